package dev.crystallize.runtime.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one process is to do.
 *
 * @param study what it runs
 * @param resume whether it takes up what is there
 * @param treatments the treatments it selects; empty for all
 * @param keep how many full versions stay
 * @param finely whether every change to the disk is an action of its own, not only a write to a
 *     journal, which is cheaper
 * @param dies before which action it dies, from 1; 0 for never
 * @param half whether half of it is done, where it is a write to a journal
 * @param fails a task that fails, as {@code b t:1}; empty for none
 */
record Job(
    Study study,
    boolean resume,
    Optional<List<String>> treatments,
    OptionalInt keep,
    boolean finely,
    int dies,
    boolean half,
    String fails) {

  VersionUse versions() {
    VersionUse use = resume ? Lab.resuming(study) : VersionUse.fresh(study.fingerprints());
    return keep.isPresent() ? use.keeping(keep.getAsInt()) : use;
  }
}
