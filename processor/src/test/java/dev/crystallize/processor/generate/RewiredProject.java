package dev.crystallize.processor.generate;

/** Two experiments whose classes hold more code than their configurations name. */
final class RewiredProject {

  private RewiredProject() {}

  static final String WORDS_YAML =
      """
      datasource: { numbers: numbers }
      outputs:
        summary: { file_name: summary.txt, writer: dump, loader: load }
        list: { writer: dump_list, loader: load_list }
      steps: [ scale, sum ]
      treatments: { baseline: { factor: 2 } }
      """;

  static final String READER_YAML =
      """
      datasource: { summary: words#summary }
      steps: [ read ]
      """;

  static final String WORDS =
      """
      package rewired;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.util.Arrays;
      import java.util.List;
      import java.util.Map;

      @Experiment(uses = Common.class)
      final class Words {
        record Summary(double total, String of) {}

        @DataSource static List<Double> numbers() { return List.of(1.0, 2.0, 3.0); }
        @DataSource static List<Double> manyNumbers() { return List.of(5.0, 15.0); }
        @DataSource static List<String> names() { return List.of("a"); }

        @Step
        static List<Double> scale(
            List<Double> data, @Param double factor, Output<List<Double>> list) {
          List<Double> scaled = data.stream().map(each -> each * factor).toList();
          list.write(scaled);
          return scaled;
        }

        @Step
        static List<Double> normalise(Iterable<? extends Number> data) {
          double most = 0;
          for (Number each : data) {
            most = Math.max(most, each.doubleValue());
          }
          double last = most;
          java.util.ArrayList<Double> result = new java.util.ArrayList<>();
          data.forEach(each -> result.add(each.doubleValue() / last));
          return result;
        }

        @Step
        static double sum(List<Double> data, Output<Summary> summary) {
          double total = data.stream().mapToDouble(each -> each).sum();
          summary.write(new Summary(total, "words"));
          return total;
        }

        @Step @Metric static double half(double data) { return data / 2; }

        @Step private static void hidden(@Param int never) {}

        @Verifier
        static Map<String, Object> compare(Samples baseline, Samples treatment) {
          return Map.of("gain", treatment.values()[0] - baseline.values()[0]);
        }

        @Writer static String dump(Summary summary) {
          return summary.total() + " of " + summary.of();
        }

        @Loader static Summary load(String text) {
          String[] parts = text.split(" of ");
          return new Summary(Double.parseDouble(parts[0]), parts[1]);
        }

        @Writer static String dumpShort(Record summary) {
          return String.valueOf(((Summary) summary).total());
        }

        @Loader static Summary loadShort(String text) {
          return new Summary(Double.parseDouble(text), "");
        }

        @Writer static String dumpList(Iterable<Double> list) {
          StringBuilder text = new StringBuilder();
          list.forEach(each -> text.append(each).append(';'));
          return text.toString();
        }

        @Loader static List<Double> loadList(String text) {
          return Arrays.stream(text.split(";")).map(Double::valueOf).toList();
        }
      }
      """;

  static final String COMMON =
      """
      package rewired;

      import dev.crystallize.annotations.*;
      import java.util.List;

      final class Common {
        @Step
        static List<Double> shift(List<Double> data, @Param double by) {
          return data.stream().map(each -> each + by).toList();
        }

        @Step static List<Double> again() { return List.of(1.0); }

        @Step static int count(double data) { return 7; }
      }
      """;

  static final String READER =
      """
      package rewired;

      import dev.crystallize.annotations.*;

      @Experiment
      final class Reader {
        @Step @Metric static double read(@Artifact Words.Summary summary) {
          return summary.total();
        }

        @Step @Metric static double text(@Artifact("summary") String text) {
          return text.length();
        }
      }
      """;
}
