package dev.crystallize.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes old versions of experiments: renamed away while no other run holds a lease, removed
 * afterwards.
 */
final class VersionPruner {

  /** No version's name, so that nothing reads what is on its way out. */
  private static final String LEAVING = "_removed-";

  private final DataPaths paths;
  private final String run;
  private final VersionRules rules;

  VersionPruner(DataPaths paths, String run, VersionRules rules) {
    this.paths = paths;
    this.run = run;
    this.rules = rules;
  }

  /**
   * Keeps so many full versions of each experiment, open ones that are newer than those, and the
   * folders in which the run has just left its results: a faster run may have made newer ones.
   */
  Pruning prune(List<String> experiments, int keep, Set<Path> own) throws IOException {
    List<Path> renamed = new ArrayList<>();
    boolean done =
        ShortLock.holding(
            paths.lockFile(),
            () -> {
              if (!rules.deletable(Lease.othersHold(paths, run))) {
                return false;
              }
              for (String experiment : experiments) {
                renameOld(experiment, keep, own, renamed);
              }
              return true;
            });
    if (done) {
      for (String experiment : experiments) {
        removeLeaving(experiment);
      }
    }
    return new Pruning(List.copyOf(renamed), !done);
  }

  private void renameOld(String experiment, int keep, Set<Path> own, List<Path> renamed)
      throws IOException {
    int[] numbers = paths.versionNumbers(experiment);
    int kept = 0;
    for (int i = numbers.length - 1; i >= 0; i--) {
      Optional<Boolean> full =
          Journal.full(DataPaths.journal(paths.version(experiment, numbers[i])));
      if (full.isEmpty()) {
        continue;
      }
      if (kept < keep) {
        kept += full.get() ? 1 : 0;
        continue;
      }
      Path folder = paths.version(experiment, numbers[i]);
      if (own.contains(folder)) {
        continue;
      }
      AtomicMove.move(folder, folder.resolveSibling(LEAVING + folder.getFileName() + "-" + run));
      renamed.add(folder);
    }
  }

  /** What a run that was killed while removing has left goes as well. */
  private void removeLeaving(String experiment) throws IOException {
    Path folder = paths.experiment(experiment);
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path entry : DataPaths.list(folder)) {
      if (String.valueOf(entry.getFileName()).startsWith(LEAVING)) {
        FileTrees.delete(entry);
      }
    }
  }
}
