package dev.crystallize.runtime.engine;

/**
 * A task that did not run because one it needs, directly or through others, failed.
 *
 * @param task the task that was skipped
 * @param cause the task that failed
 */
public record SkippedTask(TaskKey task, TaskKey cause) {}
