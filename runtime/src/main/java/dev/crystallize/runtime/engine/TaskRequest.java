package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.UpstreamArtifact;
import java.util.Map;

/**
 * One task that is ready to run.
 *
 * @param number its number in the plan
 * @param experiment the place of its experiment in the plan
 * @param key its name
 * @param attempt which attempt this is, from 1
 * @param artifacts what each input of the experiment reads, by alias
 */
record TaskRequest(
    int number,
    int experiment,
    TaskKey key,
    int attempt,
    Map<String, UpstreamArtifact> artifacts) {}
