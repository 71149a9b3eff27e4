package dev.crystallize.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs of their own and tells what each took as a whole, from outside. */
final class Child {

  /** The kernel counts in hundredths of a second, whatever its own clock. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private static final int CHILDREN_USER_TIME = 13;

  private Child() {}

  /**
   * What a process left behind.
   *
   * @param exitCode how it ended
   * @param cost what it took as a whole
   * @param output what it printed, errors included
   */
  record Ended(int exitCode, Cost cost, String output) {

    /** The number behind a name that the process printed on a line of their own. */
    double figure(String name) {
      return output
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no '" + name + "' in:\n" + output));
    }
  }

  /** Starts a main of this module in a JVM of its own, as {@link #succeed} does. */
  static Ended main(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return succeed(command(options, main, arguments));
  }

  /** The command that starts a main of this module. */
  static List<String> command(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(tool("java")));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A program of this JDK. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /**
   * Starts a program and waits for its end.
   *
   * @throws IllegalStateException if it does not exit with 0, with what it printed
   */
  static Ended succeed(List<String> command) throws IOException, InterruptedException {
    Ended ended = run(command);
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(
          command + " exited with " + ended.exitCode() + ":\n" + ended.output());
    }
    return ended;
  }

  /** Starts a program and waits for its end, whichever that is. */
  static Ended run(List<String> command) throws IOException, InterruptedException {
    long cpu = ticksOfChildren();
    long wall = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    wall = System.nanoTime() - wall;
    long ticks = ticksOfChildren() - cpu;
    return new Ended(exitCode, new Cost((double) ticks * NANOS_PER_TICK, wall), output);
  }

  /** User and system time of all children that have ended; only Linux tells. */
  private static long ticksOfChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[CHILDREN_USER_TIME])
        + Long.parseLong(fields[CHILDREN_USER_TIME + 1]);
  }
}
