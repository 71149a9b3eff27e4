package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Versions of a small project whose step calls {@code Helper.scale}. */
final class Versions {

  static final String STEPS =
      "final class Steps { static double run(double x) { return Helper.scale(x); } }";

  private final Path temp;
  private int made;

  Versions(Path temp) {
    this.temp = temp;
  }

  /** The code that {@code Steps.run} reaches in a project of these sources. */
  Facts code(String... sources) throws IOException {
    return Compiled.of(temp.resolve("version" + made++), sources).reached().code();
  }

  Facts withHelper(String helper) throws IOException {
    return code(STEPS, helper);
  }

  /** What is told when one helper replaces another. */
  List<String> difference(String before, String after) throws IOException {
    return CodeDifference.between(withHelper(before), withHelper(after));
  }
}
