package dev.crystallize.runtime.engine;

import java.util.List;

/**
 * Something that happens in a data folder: perhaps an accident, then one job or two at once.
 *
 * @param accident what befalls the newest version of an experiment first
 * @param victim that experiment
 * @param jobs what the processes do
 * @param turns which of them acts next, again and again
 */
record Round(Accident accident, String victim, List<Job> jobs, List<Integer> turns) {

  /** What may befall data. */
  enum Accident {
    NONE,
    ARTIFACT_DELETED,
    ARTIFACT_CHANGED,
    VERSION_DELETED,
    JOURNAL_TORN
  }
}
