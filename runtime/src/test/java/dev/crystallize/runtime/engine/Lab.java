package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.Resumption;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.StoredVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/** Runs studies in one data folder and notes which tasks ran. */
final class Lab {

  private final Path data;
  private Set<String> ran = new TreeSet<>();

  Lab(Path data) {
    this.data = data;
  }

  /** The tasks that the last run ran, as {@code b t:1}. */
  Set<String> ran() {
    return ran;
  }

  RunOutcome run(Study study) {
    return run(study, VersionUse.fresh(study.fingerprints()), Optional.empty());
  }

  RunOutcome resume(Study study) {
    return run(study, resuming(study), Optional.empty());
  }

  RunOutcome resume(Study study, String... treatments) {
    return run(study, resuming(study), Optional.of(List.of(treatments)));
  }

  static VersionUse resuming(Study study) {
    return VersionUse.resuming(study.fingerprints(), study.plan(Optional.empty()));
  }

  RunOutcome run(Study study, VersionUse versions, Optional<List<String>> treatments) {
    return run(study, versions, treatments, study::run, RunStore::open);
  }

  RunOutcome run(
      Study study,
      VersionUse versions,
      Optional<List<String>> treatments,
      TaskCode code,
      Function<Path, RunStore> stores) {
    Set<String> noted = new ConcurrentSkipListSet<>();
    ran = noted;
    TaskCode noting =
        task -> {
          noted.add(new TaskKey(task.experiment(), task.condition(), task.replicate()).toString());
          return code.run(task);
        };
    return new Engine(Engine::local, DependentsFirst::new, stores)
        .run(request(study, study.plan(treatments), versions, noting));
  }

  RunRequest request(Study study, GraphPlan plan, VersionUse versions, TaskCode code) {
    return new RequestBuilder(plan, data, code).storage(study.storage()).versions(versions).build();
  }

  /** What a resuming run would do. */
  Resumption plan(Study study, String... treatments) {
    Optional<List<String>> selected =
        treatments.length == 0 ? Optional.empty() : Optional.of(List.of(treatments));
    return new Engine()
        .plan(request(study, study.plan(selected), resuming(study), study::run))
        .orElseThrow();
  }

  /** Runs with fewer or more replicates than the study says. */
  RunOutcome resumeWith(Study study, int replicates) {
    OptionalInt count = OptionalInt.of(replicates);
    VersionUse use = VersionUse.resuming(study.fingerprints(), study.plan(Optional.empty(), count));
    return new Engine().run(request(study, study.plan(Optional.empty(), count), use, study::run));
  }

  StoredVersion version(String experiment, int number) {
    return DataFolder.at(data).version(experiment, number).orElseThrow();
  }

  Path artifact(String experiment, int version, String condition, int replicate) {
    return data.resolve(experiment)
        .resolve("v" + version)
        .resolve("replicate_" + replicate)
        .resolve(condition)
        .resolve("Write_OutStep")
        .resolve("out.txt");
  }

  List<String> versions(String experiment) {
    String[] names = data.resolve(experiment).toFile().list();
    return names == null ? List.of() : List.copyOf(new TreeSet<>(List.of(names)));
  }
}
