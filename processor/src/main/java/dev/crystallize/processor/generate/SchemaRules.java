package dev.crystallize.processor.generate;

/** The forms that every configuration keeps to, whatever the code. */
final class SchemaRules {

  /** Windows takes these for devices, whatever their case and extension. */
  private static final String NO_DEVICE =
      "(?!(?:"
          + String.join("|", anyCase("con"), anyCase("prn"), anyCase("aux"), anyCase("nul"))
          + "|(?:"
          + anyCase("com")
          + "|"
          + anyCase("lpt")
          + ")[0-9\u00b9\u00b2\u00b3]) *(?:\\.|$))";

  /** What lies beside the folders of conditions. */
  private static final String NOT_TAKEN =
      "(?!(?:"
          + String.join(
              "|",
              anyCase("replicate_") + "\\p{Nd}+",
              anyCase("metadata") + "\\." + anyCase("json"),
              anyCase("metrics") + "\\." + anyCase("csv"),
              anyCase("hypotheses") + "\\." + anyCase("json"))
          + ")$)";

  private static final String CHARACTERS = "(?![_. ])[\\p{L}\\p{Nd}_.+= -]*[\\p{L}\\p{Nd}_+=-]$";

  private static final int LONGEST = 100;

  private static final String NUMBER = "\\+?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?";
  private static final String UNIT = "(?:ms|s|m|h)?$";

  private SchemaRules() {}

  /** The name of an experiment, an output or a file. */
  static Schema name() {
    return Schema.text("^" + NO_DEVICE + CHARACTERS).with("maxLength", LONGEST);
  }

  /** The name of a treatment, which is also that of a folder beside other files. */
  static Schema treatmentName() {
    return Schema.text("^" + NO_DEVICE + NOT_TAKEN + CHARACTERS).with("maxLength", LONGEST);
  }

  /** A name that something else gives. */
  static Schema anyName() {
    return Schema.type("string").with("minLength", 1);
  }

  /** A time that may be zero. */
  static Schema duration() {
    return Schema.anyOf(Schema.text("^" + NUMBER + UNIT), Schema.type("number").with("minimum", 0));
  }

  /** A time that may not be zero. */
  static Schema positiveDuration() {
    return Schema.anyOf(
        Schema.text("^(?=[^eE]*[1-9])" + NUMBER + UNIT),
        Schema.type("number").with("exclusiveMinimum", 0));
  }

  /** A whole number of 32 bits. */
  static Schema count(int least) {
    return Schema.integer(least, Integer.MAX_VALUE);
  }

  private static String anyCase(String word) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetter(c)) {
        result.append('[').append(c).append(Character.toUpperCase(c)).append(']');
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }
}
