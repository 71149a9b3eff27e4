package dev.crystallize.runtime.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells in words what of the reached code has changed. */
public final class CodeDifference {

  private CodeDifference() {}

  /**
   * Compares the code of two fingerprints.
   *
   * @param before the older one
   * @param after the newer one
   * @return sentences without a full stop, such as {@code Helper.scale changed}: first what
   *     changed, then what came, then what went; empty if nothing did
   */
  public static List<String> between(Facts before, Facts after) {
    Map<String, String> old = before.byName();
    Map<String, String> now = after.byName();
    Set<String> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    List<String> changed = new ArrayList<>();
    List<String> came = new ArrayList<>();
    List<String> went = new ArrayList<>();
    for (String name : all) {
      if (!old.containsKey(name)) {
        if (!countsWhole(name, old)) {
          came.add(words(name, all) + " is now reached");
        }
      } else if (!now.containsKey(name)) {
        if (!countsWhole(name, now)) {
          went.add(words(name, all) + " is no longer reached");
        }
      } else if (!now.get(name).equals(old.get(name))) {
        changed.add(words(name, all) + " changed");
      }
    }
    changed.addAll(came);
    changed.addAll(went);
    return changed;
  }

  /** Whether a member's class stands there whole, so that the member neither came nor went. */
  private static boolean countsWhole(String name, Map<String, String> facts) {
    int parenthesis = name.indexOf('(');
    int dot = name.lastIndexOf('.', parenthesis < 0 ? name.length() : parenthesis);
    return dot >= 0 && facts.containsKey(CodeFacts.CLASS + name.substring(0, dot));
  }

  private static String words(String name, Set<String> all) {
    if (name.startsWith(CodeFacts.CLASS)) {
      return CodeFacts.CLASS + JvmNames.simple(name.substring(CodeFacts.CLASS.length()));
    }
    int parenthesis = name.indexOf('(');
    boolean overloaded =
        parenthesis >= 0
            && all.stream()
                .anyMatch(
                    other ->
                        !other.equals(name)
                            && other.startsWith(name.substring(0, parenthesis + 1)));
    return overloaded ? JvmNames.memberWithParameters(name) : JvmNames.member(name);
  }
}
