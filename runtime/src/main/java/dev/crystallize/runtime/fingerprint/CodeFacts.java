package dev.crystallize.runtime.fingerprint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names and digests of reached code. */
final class CodeFacts {

  /** Begins the name of a class that counts whole. */
  static final String CLASS = "class ";

  private final ProjectClasses classes;
  private final Map<String, ProjectClass> whole;
  private final Map<String, Set<MemberId>> single;
  private final Set<String> inlined = new HashSet<>();
  private final Map<String, String> facts = new TreeMap<>();

  private CodeFacts(
      ProjectClasses classes, Map<String, ProjectClass> whole, Map<String, Set<MemberId>> single) {
    this.classes = classes;
    this.whole = whole;
    this.single = single;
  }

  /**
   * Digests what a walk reached.
   *
   * @param classes all classes
   * @param whole those that count whole, by internal name
   * @param single members that count one by one, by the internal name of their class
   */
  static Facts of(
      ProjectClasses classes, Map<String, ProjectClass> whole, Map<String, Set<MemberId>> single) {
    CodeFacts facts = new CodeFacts(classes, whole, single);
    List<String> names =
        Stream.concat(whole.keySet().stream(), single.keySet().stream())
            .distinct()
            .sorted()
            .toList();
    names.stream().filter(name -> !Numbered.isIn(name)).forEach(facts::add);
    // Numbered classes count with what mentions them; one that begins the walk stands for itself.
    names.stream()
        .filter(name -> Numbered.isIn(name) && !facts.inlined.contains(name))
        .forEach(facts::add);
    return Facts.of(facts.facts);
  }

  private void add(String name) {
    ProjectClass holder = classes.find(name).orElseThrow();
    if (whole.containsKey(name)) {
      facts.put(CLASS + ProjectClasses.binary(name), new MemberDigest(classes, inlined).of(holder));
    }
    for (MemberId id : single.getOrDefault(name, Set.of())) {
      MemberCode member = holder.member(id).orElseThrow();
      if (member.isJudge() || !whole.containsKey(name)) {
        facts.put(name(holder, member), new MemberDigest(classes, inlined).of(holder, member));
      }
    }
  }

  /** How a member is called in a sentence. */
  static String words(ProjectClass holder, MemberCode member) {
    return JvmNames.member(name(holder, member));
  }

  private static String name(ProjectClass holder, MemberCode member) {
    return ProjectClasses.binary(holder.name()) + "." + member.id().spelt();
  }
}
