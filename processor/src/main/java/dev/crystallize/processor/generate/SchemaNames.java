package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.YamlName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names as values, in both spellings: editors offer what an {@code enum} lists and accept what a
 * {@code pattern} matches, so the canonical spelling goes into the first, the Java name into the
 * second. Sorted, because compilers list the members of class files differently.
 */
final class SchemaNames {

  /** What has to be escaped in every dialect of regular expressions; more must not be. */
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";

  private SchemaNames() {}

  /** Accepts these names. */
  static Schema of(Collection<YamlName> names) {
    return of(
        names.stream().map(YamlName::canonical).toList(),
        names.stream().filter(name -> name.explicit().isEmpty()).map(YamlName::java).toList());
  }

  /** Offers the canonical spellings and accepts the others too. */
  static Schema of(Collection<String> canonical, Collection<String> others) {
    return Schema.anyOf(choices(canonical, others));
  }

  /** Offers these names and accepts every text. */
  static Schema suggested(Collection<String> names) {
    Schema any = Schema.type("string").with("minLength", 1);
    return names.isEmpty() ? any : Schema.anyOf(listed(names), any);
  }

  private static List<Schema> choices(Collection<String> canonical, Collection<String> others) {
    List<Schema> choices = new ArrayList<>();
    if (!canonical.isEmpty()) {
      choices.add(listed(canonical));
    }
    TreeSet<String> rest = new TreeSet<>(others);
    rest.removeAll(canonical);
    if (!rest.isEmpty()) {
      choices.add(Schema.text(exactly(rest)));
    }
    return choices;
  }

  private static Schema listed(Collection<String> names) {
    return Schema.ANY.with("enum", List.copyOf(new TreeSet<>(names)));
  }

  /** Returns a pattern that matches these names alone. */
  static String exactly(Collection<String> names) {
    return names.size() == 1
        ? "^" + quoted(names.iterator().next()) + "$"
        : "^" + oneOf(names) + "$";
  }

  /** Returns an expression that matches one of these names. */
  static String oneOf(Collection<String> names) {
    return names.stream().map(SchemaNames::quoted).collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String quoted(String name) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      result.append(SYNTAX.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return result.toString();
  }
}
