package dev.crystallize.processor.generate;

import dev.crystallize.processor.harness.Project;

/** A project that writes folders, and whose class holds code that its configuration leaves out. */
final class FoldersProject {

  private FoldersProject() {}

  static Project folders() {
    return Project.of()
        .java("Folders", FOLDERS)
        .java("Tools", TOOLS)
        .yaml(
            "train",
            """
            outputs:
              model: { kind: directory }
              raw: { kind: directory, file_name: raw data }
            steps: [ train ]
            treatments: { baseline: { source: data } }
            """)
        .yaml(
            "judge",
            """
            datasource: { model: train#model, raw: train#raw }
            steps: [ judge ]
            """);
  }

  static final String FOLDERS =
      """
      package folders;

      import dev.crystallize.annotations.*;
      import dev.crystallize.runtime.*;
      import java.io.IOException;
      import java.nio.file.*;
      import java.util.List;
      import java.util.Map;

      final class Folders {
        record Model(double weight, int layers) {}

        @Experiment(uses = Tools.class)
        static final class Train {
          @Step static void train(@Param Path source, Output<Model> model, Output<Path> raw) {
            model.write(new Model(0.5, 3));
            raw.write(source);
          }

          @SuppressWarnings("unused-step")
          @Step(version = "2") @Artifact("pruned") @Metric
          static double prune(
              @Artifact List<Model> models, @Param(defaultValue = "3") int least, Tools.Pruner pruner) {
            return pruner.prune(models, least);
          }

          @SuppressWarnings("unused-code")
          @DataSource(reads = "data") List<Model> models(Context context) {
            return List.of();
          }

          @SuppressWarnings("unused-code")
          @Verifier static Map<String, Object> compare(
              Samples baseline, Samples treatment, @Param(defaultValue = "two") String sides) {
            return Map.of(sides, 1);
          }

          @Writer static void save(Model model, Path directory) throws IOException {
            Files.writeString(directory.resolve("weight"), "" + model.weight());
          }

          @Loader static Model load(Path directory) throws IOException {
            return new Model(Double.parseDouble(Files.readString(directory.resolve("weight"))), 1);
          }
        }

        @Experiment static final class Judge {
          @Step @Metric static double judge(@Artifact Model model, @Artifact Path raw) {
            return model.weight();
          }
        }
      }
      """;

  static final String TOOLS =
      """
      package folders;

      import dev.crystallize.annotations.*;
      import java.util.List;

      final class Tools {
        interface Pruner {
          double prune(List<Folders.Model> models, int least);
        }

        @Resource static Pruner pruner() {
          return (models, least) -> Math.min(models.size(), least);
        }

        @Step static <T> T generic(T data) { return data; }

        @Step private static void hidden() {}
      }
      """;
}
