package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.TestStores.Fault;
import dev.crystallize.runtime.store.VersionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A data folder through many rounds, and all that must hold in it whatever happens. */
final class World {

  private final Path data;
  private final Fault fault;

  /** Every study that ever ran, by the digest that its versions carry. */
  private final Map<String, Study> studies = new HashMap<>();

  /** The files of each full version as it was when it became full. */
  private final Map<Path, Map<String, String>> full = new HashMap<>();

  /** Versions that an accident befell: what they hold is nobody's promise. */
  private final Set<Path> damaged = new HashSet<>();

  World(Path data, Fault fault) {
    this.data = data;
    this.fault = fault;
  }

  /** Plays a round and checks the folder. */
  void play(Round round) throws IOException {
    befall(round);
    round.jobs().forEach(job -> studies.put(job.study().digest(), job.study()));
    boolean deletes = round.jobs().stream().anyMatch(job -> job.keep().isPresent());
    run(round);
    checkFullVersions(deletes);
  }

  private void run(Round round) {
    Turns turns = new Turns(round.turns(), round.jobs().size());
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < round.jobs().size(); i++) {
      int process = i;
      SimulatedProcess simulated =
          new SimulatedProcess(data, round.jobs().get(i), fault, () -> turns.pass(process));
      Thread thread =
          new Thread(
              () -> {
                turns.begin(process);
                try {
                  live(simulated, round.jobs().size() == 1);
                } catch (IOException | RuntimeException | Error e) {
                  failures.add(e);
                } finally {
                  turns.end(process);
                }
              },
              "process-" + i);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(round.toString(), failures.peek());
    }
  }

  private void live(SimulatedProcess process, boolean alone) throws IOException {
    Set<String> available = new HashSet<>();
    Optional<RunOutcome> outcome =
        process.run(
            () -> {
              if (process.job().resume()) {
                available.addAll(available(process.job()));
              }
            });
    assertThat(process.ran())
        .as("tasks that were there ran again")
        .doesNotContainAnyElementsOf(available.isEmpty() ? Set.of("none") : available);
    if (outcome.isPresent()) {
      checkOutcome(process.job(), outcome.get(), alone);
    }
  }

  /** The tasks of a job that a version holds as the job would make them. */
  private Set<String> available(Job job) {
    try {
      return committed(job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> committed(Job job) throws IOException {
    Set<String> available = new HashSet<>();
    for (StoredVersion version : versions()) {
      for (Committed task : version.tasks()) {
        Study study = job.study();
        String experiment = version.header().experiment();
        if (study.conditions(experiment).contains(task.condition())
            && task.replicate() < study.replicates()
            && task.fingerprint()
                .equals(
                    Optional.of(study.fingerprint(experiment, task.condition(), task.replicate())))
            && stands(study.form(experiment), version, task)) {
          available.add(new TaskKey(experiment, task.condition(), task.replicate()).toString());
        }
      }
    }
    return available;
  }

  private static boolean stands(Written form, StoredVersion version, Committed task)
      throws IOException {
    Path place = artifact(version.folder(), task.condition(), task.replicate());
    ArtifactEntry entry = task.artifacts().get(0);
    return Files.exists(place) && form.sha256(form.read(place)).equals(entry.sha256());
  }

  private void checkOutcome(Job job, RunOutcome outcome, boolean alone) throws IOException {
    Study study = job.study();
    if (job.fails().isEmpty()) {
      assertThat(outcome.complete()).as("every task is done").isTrue();
    }
    for (ExperimentOutcome experiment : outcome.experiments()) {
      for (String condition : experiment.conditions()) {
        for (int r = 0; r < study.replicates(); r++) {
          if (!experiment.results().get(condition).committed(r)) {
            continue;
          }
          assertThat(experiment.results().get(condition).value("hash", r))
              .hasValue(study.measure(experiment.name(), condition, r));
          assertThat(
                  study
                      .form(experiment.name())
                      .read(experiment.artifact("out", condition, r).orElseThrow()))
              .isEqualTo(study.text(experiment.name(), condition, r));
        }
      }
      if (outcome.complete()) {
        checkVersion(job, experiment, alone);
      }
    }
  }

  /** What is not full may already be in the hands of another, who goes on filling it. */
  private void checkVersion(Job job, ExperimentOutcome experiment, boolean alone)
      throws IOException {
    Path folder = experiment.versionFolder().orElseThrow();
    int number = Integer.parseInt(folder.getFileName().toString().substring(1));
    StoredVersion version = DataFolder.at(data).version(experiment.name(), number).orElseThrow();
    assertThat(version.ended() || !alone).as("%s has an end", folder).isTrue();
    for (String condition : experiment.conditions()) {
      assertThat(folder.resolve(condition).resolve(".crystallize_complete")).exists();
      for (int r = 0; r < job.study().replicates(); r++) {
        assertThat(version.task(condition, r))
            .as("%s holds %s:%d", folder, condition, r)
            .isPresent();
        assertThat(job.study().form(experiment.name()).read(artifact(folder, condition, r)))
            .isEqualTo(job.study().text(experiment.name(), condition, r));
      }
    }
    if (job.treatments().isEmpty()) {
      assertThat(version.state()).as("%s is full", folder).isNotEqualTo(VersionState.OPEN);
    }
  }

  /** Full versions hold what one study makes, and are as they were when they became full. */
  private void checkFullVersions(boolean deletes) throws IOException {
    Set<Path> there = new HashSet<>();
    for (StoredVersion version : versions()) {
      there.add(version.folder());
      if (version.state() != VersionState.FULL || damaged.contains(version.folder())) {
        continue;
      }
      Map<String, String> files = Runs.files(version.folder());
      files.put("journal", Files.readString(version.folder().resolve("_journal.jsonl")));
      Map<String, String> before = full.putIfAbsent(version.folder(), files);
      if (before != null) {
        assertThat(files).as("%s is as it was", version.folder()).isEqualTo(before);
      } else {
        checkContent(version);
      }
    }
    if (!deletes) {
      assertThat(there).as("nothing is deleted unasked").containsAll(full.keySet());
    }
    full.keySet().retainAll(there);
  }

  private void checkContent(StoredVersion version) throws IOException {
    Study study = studies.get(version.header().configurationDigest());
    String experiment = version.header().experiment();
    for (String condition : study.conditions(experiment)) {
      for (int r = 0; r < study.replicates(); r++) {
        assertThat(study.form(experiment).read(artifact(version.folder(), condition, r)))
            .as("%s %s:%d is of one study", version.folder(), condition, r)
            .isEqualTo(study.text(experiment, condition, r));
      }
    }
  }

  private List<StoredVersion> versions() throws IOException {
    List<StoredVersion> versions = new ArrayList<>();
    for (String experiment : Study.EXPERIMENTS) {
      String[] names = data.resolve(experiment).toFile().list();
      for (String name : names == null ? new String[0] : names) {
        if (name.matches("v\\d+")) {
          DataFolder.at(data)
              .version(experiment, Integer.parseInt(name.substring(1)))
              .ifPresent(versions::add);
        }
      }
    }
    return versions;
  }

  private static Path artifact(Path version, String condition, int replicate) {
    return version
        .resolve("replicate_" + replicate)
        .resolve(condition)
        .resolve("Write_OutStep")
        .resolve("out.txt");
  }

  private void befall(Round round) throws IOException {
    Optional<StoredVersion> newest = DataFolder.at(data).newest(round.victim(), any -> true);
    if (newest.isEmpty()) {
      return;
    }
    Path folder = newest.get().folder();
    Optional<Path> artifact =
        newest.get().tasks().stream()
            .map(task -> artifact(folder, task.condition(), task.replicate()))
            .filter(Files::exists)
            .findFirst();
    switch (round.accident()) {
      case ARTIFACT_DELETED -> {
        if (artifact.isPresent()) {
          damaged.add(folder);
          full.remove(folder);
          delete(artifact.get());
        }
      }
      case ARTIFACT_CHANGED -> {
        if (artifact.isPresent()) {
          damaged.add(folder);
          full.remove(folder);
          studies
              .get(newest.get().header().configurationDigest())
              .form(round.victim())
              .damage(artifact.get());
        }
      }
      case VERSION_DELETED -> {
        full.remove(folder);
        delete(folder);
      }
      case JOURNAL_TORN -> {
        if (newest.get().state() == VersionState.OPEN) {
          Files.write(folder.resolve("_journal.jsonl"), new byte[16], StandardOpenOption.APPEND);
        }
      }
      case NONE -> {
        return;
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
            try {
              Files.delete(visited);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
