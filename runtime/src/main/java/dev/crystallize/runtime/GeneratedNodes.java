package dev.crystallize.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the nodes of generated graphs on the class path. */
final class GeneratedNodes {

  private static final System.Logger LOGGER = System.getLogger("dev.crystallize.nodes");

  private GeneratedNodes() {}

  /** Returns every node that can be loaded; a dead entry hides no other. */
  static List<ExperimentNode> found() {
    List<ExperimentNode> nodes = new ArrayList<>();
    Iterator<ServiceLoader.Provider<ExperimentNodeProvider>> providers =
        ServiceLoader.load(ExperimentNodeProvider.class).stream().iterator();
    while (hasNext(providers)) {
      try {
        nodes.add(providers.next().get().provide());
      } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
        LOGGER.log(System.Logger.Level.WARNING, "a generated graph cannot be loaded: " + e);
      }
    }
    return nodes;
  }

  /** An entry that names no class fails here, and the next call goes on behind it. */
  private static boolean hasNext(Iterator<?> providers) {
    while (true) {
      try {
        return providers.hasNext();
      } catch (ServiceConfigurationError e) {
        LOGGER.log(System.Logger.Level.WARNING, "a generated graph cannot be found: " + e);
      }
    }
  }
}
