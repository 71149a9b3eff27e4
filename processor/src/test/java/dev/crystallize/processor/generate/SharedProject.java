package dev.crystallize.processor.generate;

import dev.crystallize.processor.harness.Project;

/** A project whose experiment shares resources and ranks its treatments. */
final class SharedProject {

  private SharedProject() {}

  static Project shared() {
    return Project.of()
        .java("Asks", ASKS)
        .java("Models", MODELS)
        .yaml(
            "asks",
            """
            datasource: { questions: questions }
            treatments:
              baseline: { size: 2 }
              big: { size: 7 }
            hypotheses:
              - { verifier: compare, name: better, metrics: answer, params: { share: 0.5 } }
            """);
  }

  static final String ASKS =
      """
      package shared;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.util.List;
      import java.util.Map;

      @Experiment(uses = Models.class)
      final class Asks {
        record Found(double pValue, double gain) {}

        @DataSource
        static List<String> questions(Models.Tokens tokens) {
          return List.of("a", tokens.first());
        }

        @Step
        @Metric
        static double answer(List<String> data, Models.Llm model, Map<String, List<Integer>> limits) {
          return model.answer(data.get(0)) + limits.size();
        }

        @Verifier
        static Found compare(
            Samples baseline, Samples treatment, @Param double share, Models.Llm model) {
          return new Found(share, treatment.values()[0] - baseline.values()[0]);
        }

        @Ranker("better")
        static double byGain(Map<String, Object> findings) {
          return -((Number) findings.get("gain")).doubleValue();
        }
      }
      """;

  static final String MODELS =
      """
      package shared;

      import dev.crystallize.annotations.*;
      import java.util.List;
      import java.util.Map;

      final class Models {
        interface Llm {
          double answer(String question);
        }

        record Local(int size) implements Llm, AutoCloseable {
          @Override
          public double answer(String question) {
            return size;
          }

          @Override
          public void close() {}
        }

        record Tokens(String first) {}

        @Resource(concurrency = 2)
        static Local local(@Param int size, Tokens tokens) {
          return new Local(size + tokens.first().length());
        }

        @Resource("vocabulary")
        Tokens tokens(@Param(defaultValue = "en") String language) {
          return new Tokens(language);
        }

        @Resource
        static Map<String, List<Integer>> limits() {
          return Map.of();
        }
      }
      """;
}
