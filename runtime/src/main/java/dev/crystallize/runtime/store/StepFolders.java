package dev.crystallize.runtime.store;

import java.util.Locale;

/** The names of the folders that hold a step's artifacts. */
public final class StepFolders {

  private static final String SUFFIX = "Step";

  private StepFolders() {}

  /** {@code Produce_SummaryStep} for {@code produce_summary}. */
  public static String of(String step) {
    StringBuilder folder = new StringBuilder(step.length() + SUFFIX.length());
    boolean wordBegins = true;
    for (int i = 0; i < step.length(); i++) {
      char c = step.charAt(i);
      if (wordBegins) {
        folder.append(capital(c));
      } else {
        folder.append(c);
      }
      wordBegins = c == '_';
    }
    return folder.append(SUFFIX).toString();
  }

  private static String capital(char c) {
    return String.valueOf(c).toUpperCase(Locale.ROOT);
  }
}
