package dev.crystallize.runtime.fingerprint;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of classes and members as people read them. */
final class JvmNames {

  private JvmNames() {}

  /**
   * {@code com.acme.Tumours$Split} as {@code Tumours.Split}; numbered classes keep their dollar.
   */
  static String simple(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    StringBuilder simple = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      boolean nested =
          name.charAt(i) == '$'
              && i > 0
              && i + 1 < name.length()
              && Character.isLetter(name.charAt(i + 1));
      simple.append(nested ? '.' : name.charAt(i));
    }
    return simple.toString();
  }

  /** The name of a member as facts hold it, in few words: {@code Helper.scale}. */
  static String member(String fact) {
    int parenthesis = fact.indexOf('(');
    int dot = fact.lastIndexOf('.', parenthesis < 0 ? fact.length() : parenthesis);
    String holder = simple(fact.substring(0, dot));
    String name = fact.substring(dot + 1, parenthesis < 0 ? fact.length() : parenthesis);
    return switch (name) {
      case "<clinit>" -> "the static initialiser of " + holder;
      case "<init>" -> "the constructor of " + holder;
      default -> holder + "." + name;
    };
  }

  /** The same with its parameters: {@code Helper.scale(double[])}. */
  static String memberWithParameters(String fact) {
    int open = fact.indexOf('(');
    if (open < 0) {
      return member(fact);
    }
    String parameters =
        Arrays.stream(fact.substring(open + 1, fact.indexOf(')')).split(","))
            .map(JvmNames::simple)
            .collect(Collectors.joining(", ", "(", ")"));
    return member(fact) + parameters;
  }
}
