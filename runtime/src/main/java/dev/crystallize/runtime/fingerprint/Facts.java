package dev.crystallize.runtime.fingerprint;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named facts in the order of their names: digests of code and files, or values as text. Equal
 * facts have equal texts.
 *
 * @param byName the facts
 */
public record Facts(SortedMap<String, String> byName) {

  /** No facts at all. */
  public static final Facts NONE = new Facts(new TreeMap<>());

  /** Copies the map. */
  public Facts {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /**
   * Facts of any map.
   *
   * @param facts names and what holds for them
   * @return the same in the order of the names
   */
  public static Facts of(Map<String, String> facts) {
    return new Facts(new TreeMap<>(facts));
  }

  /**
   * One fact.
   *
   * @param name its name
   * @param value what holds
   * @return it alone
   */
  public static Facts of(String name, String value) {
    return of(Map.of(name, value));
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @param text lines of a name, a tab and a value
   * @return the facts
   * @throws IllegalArgumentException if the text is none of ours
   */
  public static Facts parse(String text) {
    TreeMap<String, String> facts = new TreeMap<>();
    if (!text.isEmpty()) {
      for (String line : text.split("\n", -1)) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
          throw new IllegalArgumentException("a fact without a value: '" + Escaped.of(line) + "'");
        }
        facts.put(Escaped.undo(line.substring(0, tab)), Escaped.undo(line.substring(tab + 1)));
      }
    }
    return new Facts(facts);
  }

  /**
   * The compact form: a line for each fact, of its name, a tab and its value, joined by line feeds.
   * Backslashes and control characters are escaped.
   *
   * @return the text; empty if there are no facts
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    byName.forEach(
        (name, value) ->
            text.append(text.length() == 0 ? "" : "\n")
                .append(Escaped.of(name))
                .append('\t')
                .append(Escaped.of(value)));
    return text.toString();
  }
}
