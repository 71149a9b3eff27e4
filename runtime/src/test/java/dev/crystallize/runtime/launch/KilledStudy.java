package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A study in a JVM of its own: says so when it begins, waits for a byte on the standard input, and
 * notes each task that starts in a file.
 */
final class KilledStudy {

  static final int REPLICATES = 6;
  static final List<String> EXPERIMENTS = List.of("draw", "sum");
  static final List<String> CONDITIONS = List.of("baseline", "large");
  static final int TASKS = EXPERIMENTS.size() * CONDITIONS.size() * REPLICATES;

  /** Long enough that half of it would be seen. */
  static final int LINES = 2000;

  private static final ArtifactRef<Double> NUMBER =
      ArtifactRef.of(() -> Nodes.DRAW, "number", ArtifactLoader.text(KilledStudy::read));

  private KilledStudy() {}

  /** The first argument is the file for the notes, the others are the command line. */
  public static void main(String[] args) throws IOException {
    System.out.println("begun");
    System.out.flush();
    if (System.in.read() < 0) {
      throw new IOException("nobody is there");
    }
    Launcher.main(
        graph(Path.of(args[0])), List.of(args).subList(1, args.length).toArray(new String[0]));
  }

  /** The study, which notes its tasks in a file. */
  static ExperimentGraph graph(Path notes) {
    Nodes.notes = notes;
    return ExperimentGraph.of(Nodes.SUM);
  }

  private static void note(String experiment, String condition, int replicate) throws IOException {
    Files.writeString(
        Nodes.notes,
        experiment + " " + condition + " " + replicate + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String written(double number) {
    return (number + "\n").repeat(LINES) + "end\n";
  }

  /** What a whole artifact says. */
  static double read(String text) {
    double number = Double.parseDouble(text.substring(0, Math.max(0, text.indexOf('\n'))));
    if (!text.equals(written(number))) {
      throw new IllegalStateException("half an artifact: " + text.length() + " characters");
    }
    return number;
  }

  /** Made after the references to them. */
  private static final class Nodes {
    static final ExperimentNode DRAW = draw();
    static final ExperimentNode SUM = sum();
    static volatile Path notes = Path.of("notes");

    private static ExperimentNode draw() {
      ExperimentNode.Builder node =
          ExperimentNode.builder("draw")
              .replicates(REPLICATES)
              .baseline(Map.of("scale", 1))
              .treatment("large", Map.of("scale", 100));
      node.start()
          .through(
              "draw_number",
              step -> {
                Slot<Double> scale = step.param("scale", Codec.DOUBLE);
                var out =
                    step.output(NUMBER, "number.txt", ArtifactWriter.text(KilledStudy::written));
                return (context, none) -> {
                  note("draw", context.condition(), context.replicate());
                  double number = context.random().nextDouble() * context.get(scale);
                  context.output(out).write(number);
                  context.metrics().record("drawn", number);
                };
              });
      return node.build();
    }

    private static ExperimentNode sum() {
      ExperimentNode.Builder node = ExperimentNode.builder("sum");
      var input = node.input("number", NUMBER.input());
      node.start()
          .through(
              "add",
              step ->
                  (context, none) -> {
                    note("sum", context.condition(), context.replicate());
                    context
                        .metrics()
                        .record("sum", context.get(input) + context.random().nextDouble());
                  });
      return node.build();
    }
  }
}
