package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.Codec;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.StepSpec;
import java.io.IOException;
import java.util.Map;

/**
 * A study in a JVM of its own: each task names itself on the standard output, then waits for a byte
 * on the standard input.
 */
final class KilledStudy {

  static final int REPLICATES = 12;
  private static final ArtifactRef<Double> NUMBER =
      ArtifactRef.of(() -> Nodes.DRAW, "number", ArtifactLoader.text(Double::parseDouble));

  private KilledStudy() {}

  public static void main(String[] args) {
    Launcher.main(ExperimentGraph.of(Nodes.SUM), args);
  }

  private static void await(String experiment, String condition, int replicate) throws IOException {
    synchronized (System.in) {
      System.out.println(experiment + " " + condition + " " + replicate);
      System.out.flush();
      if (System.in.read() < 0) {
        throw new IOException("nobody is there");
      }
    }
  }

  /** Made after the references to them. */
  private static final class Nodes {
    static final ExperimentNode DRAW = draw();
    static final ExperimentNode SUM = sum();

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
                Slot<Double> scale = scale(step);
                var out = step.output(NUMBER, "number.txt", ArtifactWriter.text(String::valueOf));
                return (context, none) -> {
                  await("draw", context.condition(), context.replicate());
                  double number = context.random().nextDouble() * context.get(scale);
                  context.output(out).write(number);
                  context.metrics().record("drawn", number);
                };
              });
      return node.build();
    }

    private static Slot<Double> scale(StepSpec step) {
      return step.param("scale", Codec.DOUBLE);
    }

    private static ExperimentNode sum() {
      ExperimentNode.Builder node = ExperimentNode.builder("sum");
      var input = node.input("number", NUMBER.input());
      node.start()
          .through(
              "add",
              step ->
                  (context, none) -> {
                    await("sum", context.condition(), context.replicate());
                    context
                        .metrics()
                        .record("sum", context.get(input) + context.random().nextDouble());
                  });
      return node.build();
    }
  }
}
