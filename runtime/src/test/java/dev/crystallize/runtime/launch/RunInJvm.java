package dev.crystallize.runtime.launch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs a {@link KilledStudy} in the JVM that asks for it. Its parameters are of the JDK's types.
 */
public final class RunInJvm {

  private RunInJvm() {}

  /** Runs all of it, whatever is there already; returns the exit code. */
  public static int run(String notes, String data) {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return Launcher.run(
        KilledStudy.graph(Path.of(notes)), new String[] {"--quiet", "--data=" + data}, out, err);
  }
}
