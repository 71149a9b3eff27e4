package dev.crystallize.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the parts that are named, each in a JVM of its own, and prints their tables. */
public final class Benchmarks {

  private static final String ONE = "--one";

  private Benchmarks() {}

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("engine", new EnginePart());
    parts.put("artifacts", new ArtifactsPart());
    parts.put("plan", new PlanPart());
    parts.put("memory", new MemoryPart());
    parts.put("makespan", new MakespanPart());
    parts.put("resume", new ResumePart());
    parts.put("start", new StartPart());
    parts.put("processor", new ProcessorPart());
    parts.put("graphs", new GraphsPart());
    parts.put("micro", new MicroPart());
    return parts;
  }

  /**
   * Measures.
   *
   * @param arguments a folder in memory, a folder on a disk, then the names of parts; all of them
   *     if none is named
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = Arrays.asList(arguments);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, Part> parts = parts();
    if (given.size() < 2) {
      out.println("usage: Benchmarks <folder in memory> <folder on disk> [part ...]");
      out.println("parts: " + String.join(" ", parts.keySet()));
      System.exit(2);
    }
    if (given.get(0).equals(ONE)) {
      Scratch scratch = new Scratch(Path.of(given.get(1)), Path.of(given.get(2)));
      part(parts, given.get(3)).run(scratch, out);
      return;
    }
    List<String> wanted =
        given.size() == 2 ? List.copyOf(parts.keySet()) : given.subList(2, given.size());
    wanted.forEach(name -> part(parts, name));
    out.println(Machine.describe());
    boolean failed = false;
    for (String name : wanted) {
      List<String> command =
          Child.command(List.of(), Benchmarks.class, ONE, given.get(0), given.get(1), name);
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        out.println("The part " + name + " failed.\n");
        failed = true;
      }
    }
    if (failed) {
      System.exit(1);
    }
  }

  private static Part part(Map<String, Part> parts, String name) {
    Part part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException(
          "there is no part '" + name + "'; parts: " + String.join(" ", parts.keySet()));
    }
    return part;
  }
}
