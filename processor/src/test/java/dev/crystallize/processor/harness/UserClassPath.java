package dev.crystallize.processor.harness;

import dev.crystallize.annotations.Experiment;
import dev.crystallize.runtime.ExperimentNode;
import java.io.File;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What users compile against, and nothing of the tests: a compiler looks through all it is given.
 */
public final class UserClassPath {

  private UserClassPath() {}

  /** Returns the entries in order. */
  public static List<File> files() {
    Set<File> path = new LinkedHashSet<>();
    for (Class<?> type : List.of(Experiment.class, ExperimentNode.class)) {
      try {
        path.add(new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return List.copyOf(path);
  }
}
