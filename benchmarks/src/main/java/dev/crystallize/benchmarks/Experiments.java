package dev.crystallize.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** So many experiments of five steps. */
final class Experiments extends Sources {

  private final int count;

  Experiments(Path folder, int count) {
    super(folder);
    this.count = count;
  }

  @Override
  void write() throws IOException {
    for (int i = 0; i < count; i++) {
      java("E" + i, javaOf(i));
      file("experiments/e" + i + "/config.yaml", yamlOf(i));
    }
  }

  private static String javaOf(int node) {
    List<String> inputs = new ArrayList<>();
    List<String> totals = new ArrayList<>();
    for (int upstream : upstreams(node)) {
      inputs.add("@Artifact E" + upstream + ".Summary e" + upstream);
      totals.add("e" + upstream + ".total()");
    }
    if (inputs.isEmpty()) {
      inputs.add("RandomGenerator random");
      totals.add("random.nextDouble()");
    }
    return """
        import dev.crystallize.annotations.*;
        import dev.crystallize.runtime.*;
        import java.util.List;
        import java.util.random.RandomGenerator;

        @Experiment("e%1$d")
        final class E%1$d {

          record Summary(double total, int count) {}

          @Step
          static List<Double> load(%2$s) {
            return List.of(%3$s);
          }

          @Step
          static List<Double> scale(List<Double> data, @Param double rate) {
            return data.stream().map(each -> each * rate).toList();
          }

          @Step
          static List<Double> shift(List<Double> data, @Param(defaultValue = "1") int offset) {
            return data.stream().map(each -> each + offset).toList();
          }

          @Step
          @Metric
          static double total(List<Double> data) {
            return data.stream().mapToDouble(Double::doubleValue).sum();
          }

          @Step
          static void summarise(Double data, Output<Summary> summary) {
            summary.write(new Summary(data, 1));
          }
        }
        """
        .formatted(node, String.join(", ", inputs), String.join(", ", totals));
  }

  private static String yamlOf(int node) {
    StringBuilder yaml = new StringBuilder("replicates: 3\n");
    int[] upstreams = upstreams(node);
    if (upstreams.length > 0) {
      yaml.append("datasource:\n");
      for (int upstream : upstreams) {
        yaml.append("  e").append(upstream).append(": e").append(upstream).append("#summary\n");
      }
    }
    return yaml.append(
            """
            outputs:
              summary: summary.json
            steps: [ load, scale, shift, total, summarise ]
            treatments:
              baseline: { rate: 1.0 }
              high_rate: { rate: 2.0 }
            """)
        .toString();
  }
}
