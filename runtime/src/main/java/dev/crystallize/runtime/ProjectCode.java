package dev.crystallize.runtime;

import dev.crystallize.runtime.fingerprint.ClassPath;
import dev.crystallize.runtime.fingerprint.EntryPoint;
import dev.crystallize.runtime.fingerprint.Facts;
import dev.crystallize.runtime.fingerprint.Libraries;
import dev.crystallize.runtime.fingerprint.PartFacts;
import dev.crystallize.runtime.fingerprint.Parts;
import dev.crystallize.runtime.fingerprint.Reached;
import dev.crystallize.runtime.fingerprint.ReachedCode;
import dev.crystallize.runtime.fingerprint.UnseededRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The code behind some experiments, read once for all of them. */
final class ProjectCode {

  private final Map<String, PartFacts> code = new HashMap<>();
  private final Map<String, PartFacts> libraries = new HashMap<>();
  private final Map<String, List<String>> unreadable = new HashMap<>();
  private final Map<String, List<String>> newer = new HashMap<>();
  private final Map<String, List<UnseededRandom>> unseeded = new HashMap<>();

  private ProjectCode() {}

  /**
   * Follows what the nodes call.
   *
   * @param data the data folder, which is no library even on the class path
   */
  static ProjectCode of(Collection<ExperimentNode> nodes, Path data) {
    ProjectCode read = new ProjectCode();
    Set<Class<?>> homes = new LinkedHashSet<>();
    Set<String> generated = new LinkedHashSet<>();
    for (ExperimentNode node : nodes) {
      homes.add(node.code().home());
      generated.addAll(node.code().generatedNames());
      homes.addAll(loaderHomes(node));
    }
    try (ClassPath path = ClassPath.of(homes)) {
      ReachedCode reached = new ReachedCode(path, generated::contains);
      // One class may build thousands of nodes.
      Map<List<EntryPoint>, Walked> walked = new HashMap<>();
      for (ExperimentNode node : nodes) {
        read.add(
            node.name(),
            walked.computeIfAbsent(
                entries(node, generated), entries -> Walked.of(reached.from(entries))));
      }
      if (!read.libraries.isEmpty()) {
        PartFacts all = Parts.libraries(Libraries.of(path, data));
        read.libraries.replaceAll((name, none) -> all);
      }
    } catch (IOException e) {
      nodes.forEach(node -> read.unreadable.put(node.name(), List.of(String.valueOf(e))));
    }
    return read;
  }

  private record Walked(Reached reached, PartFacts code) {
    static Walked of(Reached reached) {
      return new Walked(reached, Parts.code(reached));
    }
  }

  private void add(String experiment, Walked walked) {
    code.put(experiment, walked.code());
    unseeded.put(experiment, walked.reached().unseeded());
    newer.put(experiment, walked.reached().unknownFormat());
    if (walked.reached().libraries()) {
      libraries.put(experiment, Parts.libraries(Facts.NONE));
    }
    if (!walked.reached().unreadable().isEmpty()) {
      unreadable.put(experiment, walked.reached().unreadable());
    }
  }

  private static List<EntryPoint> entries(ExperimentNode node, Set<String> generated) {
    List<EntryPoint> entries = new ArrayList<>(node.code().entries());
    loaderHomes(node).forEach(home -> entries.add(NodeCode.ofLoader(home, generated)));
    return entries;
  }

  private static Set<Class<?>> loaderHomes(ExperimentNode node) {
    Set<Class<?>> homes = new LinkedHashSet<>();
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Upstream upstream) {
        upstream.input().loader().home().ifPresent(homes::add);
      }
    }
    return homes;
  }

  /** What of an experiment's code could not be read; nothing may be reused if that is anything. */
  List<String> unreadable(String experiment) {
    List<String> classes = unreadable.get(experiment);
    return classes == null ? List.of() : classes;
  }

  /** The classes of an experiment that count as whole files: they are newer than can be read. */
  List<String> newer(String experiment) {
    List<String> classes = newer.get(experiment);
    return classes == null ? List.of() : classes;
  }

  /** The calls of an experiment's code that draw random numbers which no seed determines. */
  List<UnseededRandom> unseeded(String experiment) {
    List<UnseededRandom> calls = unseeded.get(experiment);
    return calls == null ? List.of() : calls;
  }

  /** The code and, if it reaches any, the libraries of an experiment that could be read. */
  List<PartFacts> parts(String experiment) {
    List<PartFacts> parts = new ArrayList<>();
    for (Map<String, PartFacts> each : List.of(code, libraries)) {
      PartFacts facts = each.get(experiment);
      if (facts != null) {
        parts.add(facts);
      }
    }
    return parts;
  }
}
