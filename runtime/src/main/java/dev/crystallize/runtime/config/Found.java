package dev.crystallize.runtime.config;

/** Says in words what stands at a place where something else was expected. */
final class Found {

  private static final int LONGEST = 40;

  private Found() {}

  static String describe(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return describe(scalar);
    }
    return node instanceof YamlNode.Mapping ? "a map" : "a list";
  }

  private static String describe(YamlNode.Scalar scalar) {
    String text = scalar.text();
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return switch (scalar.type()) {
      case NULL -> text.isEmpty() ? "empty" : shown;
      case TRUTH -> shown;
      case WHOLE, REAL -> "the number " + shown;
      case TEXT -> "the text '" + shown + "'";
    };
  }
}
