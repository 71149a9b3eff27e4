package dev.crystallize.runtime;

import dev.crystallize.runtime.fingerprint.EntryPoint;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the code of a node, or of a loader, is written.
 *
 * @param home the class that asked for it
 * @param generated whether that class was generated, so that what it calls counts and not itself
 * @param catalogs the generated classes that hold more of its code, which was not named when it was
 *     compiled
 */
record NodeCode(Class<?> home, boolean generated, Set<Class<?>> catalogs) {

  NodeCode(Class<?> home, boolean generated) {
    this(home, generated, Set.of());
  }

  /** Copies the set. */
  NodeCode {
    catalogs = Set.copyOf(catalogs);
  }

  private static final String CODECS = "$Codecs";
  private static final String LATE = "Node";
  private static final String INITIALISER = "<clinit>";

  /**
   * The class that calls into a class of ours; empty if no class of a user's does.
   *
   * @param ours the classes that are called
   */
  static Optional<Class<?>> caller(Set<Class<?>> ours) {
    Optional<Class<?>> caller =
        StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
            .walk(
                frames ->
                    frames
                        .<Class<?>>map(StackFrame::getDeclaringClass)
                        .filter(each -> each != NodeCode.class && !ours.contains(each))
                        .findFirst());
    return caller.filter(each -> !each.getName().startsWith("java."));
  }

  NodeCode asGenerated() {
    return new NodeCode(home, true, catalogs);
  }

  NodeCode with(Set<Class<?>> more) {
    return new NodeCode(home, generated, more);
  }

  /** The class around it; a generated class counts with all that is nested in it. */
  Class<?> host() {
    return home.getNestHost();
  }

  /** The binary names of generated classes, which do not count themselves. */
  List<String> generatedNames() {
    if (!generated) {
      return List.of();
    }
    String name = host().getName();
    String graph = name.endsWith(LATE) ? name.substring(0, name.length() - LATE.length()) : name;
    return List.of(name, graph + "Graph");
  }

  /** Where the code of a node begins. */
  List<EntryPoint> entries() {
    if (!generated) {
      return List.of(EntryPoint.wholeClass(home.getName()));
    }
    List<EntryPoint> entries = new ArrayList<>();
    entries.add(EntryPoint.callsOf(home.getName()));
    Arrays.stream(host().getDeclaredClasses())
        .map(Class::getName)
        .filter(name -> name.endsWith(CODECS) && home != host())
        .forEach(name -> entries.add(EntryPoint.callsOf(name)));
    for (Class<?> catalog : catalogs) {
      entries.add(EntryPoint.callsOf(catalog.getName()));
      for (Class<?> nested : catalog.getDeclaredClasses()) {
        entries.add(EntryPoint.callsOf(nested.getName()));
      }
    }
    return entries;
  }

  /**
   * Where the code of a loader that was made here begins.
   *
   * @param generatedNames the generated classes
   */
  static EntryPoint ofLoader(Class<?> home, Set<String> generatedNames) {
    if (!generatedNames.contains(home.getNestHost().getName())) {
      return EntryPoint.wholeClass(home.getName());
    }
    return home == home.getNestHost()
        ? EntryPoint.callsOf(home.getName(), INITIALISER)
        : EntryPoint.callsOf(home.getName());
  }
}
