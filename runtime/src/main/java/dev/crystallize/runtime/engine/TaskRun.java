package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.StagedOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;

/** One attempt at one task, as the users' code sees it. */
public interface TaskRun {

  /** The experiment's place in the plan. */
  int experimentIndex();

  /** The experiment's name. */
  String experiment();

  /** The condition that runs: {@code baseline} or a treatment. */
  String condition();

  /** The replicate, from 0. */
  int replicate();

  /** Which attempt at the task this is, from 1. */
  int attempt();

  /**
   * Says that a step or datasource begins, which ends the one before. Failures, limits and
   * durations go by it.
   *
   * @throws TaskRevokedException if the task was given up
   */
  void step(StepRef step);

  /**
   * Says that something begins that is no step of the pipeline.
   *
   * @throws TaskRevokedException if the task was given up
   */
  default void step(String name) {
    step(StepRef.before(name));
  }

  /**
   * The artifact that an input of this task reads, as its upstream task committed it.
   *
   * @param alias the input's name
   * @throws IllegalArgumentException if the experiment reads nothing under that name
   * @throws TaskRevokedException if the task was given up
   */
  UpstreamArtifact artifact(String alias);

  /**
   * The place to write an output to; each output of the experiment is created and written once.
   *
   * @param output the output's alias
   * @throws IllegalArgumentException if the experiment has no such output
   * @throws IllegalStateException if this attempt created it before
   * @throws TaskRevokedException if the task was given up
   */
  StagedOutput create(String output);

  /** Whether the task was given up, so that nothing it still does counts. */
  boolean revoked();
}
