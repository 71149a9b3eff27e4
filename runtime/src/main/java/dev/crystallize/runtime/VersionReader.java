package dev.crystallize.runtime;

import dev.crystallize.runtime.store.JournalEntry;
import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.VersionState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reads a version that this runtime wrote. The journal counts; files beside it may be absent. */
final class VersionReader {

  private static final long LARGEST = 1L << 28;

  private final StoredVersion version;
  private final List<String> notes = new ArrayList<>();

  VersionReader(StoredVersion version) {
    this.version = version;
  }

  /** What there is. */
  DataVersion version() {
    return new DataVersion(
        version.header().experiment(),
        version.number(),
        state(version.state()),
        conditions(),
        version.header().replicates(),
        DataVersion.Writer.JAVA,
        provenance(),
        version.folder(),
        Optional.empty());
  }

  private static DataVersion.State state(VersionState state) {
    return switch (state) {
      case FULL -> DataVersion.State.COMPLETE;
      case OPEN -> DataVersion.State.INCOMPLETE;
      case RUNNING -> DataVersion.State.RUNNING;
    };
  }

  /** What it holds. */
  Result result() {
    List<String> conditions = conditions();
    List<HypothesisResult> hypotheses =
        file(HypothesisJson.FILE_NAME, HypothesisJson::parse).orElse(List.of());
    Optional<Provenance> provenance = provenance();
    return new Result(
        StoredOutcome.of(version, conditions),
        new RunDesign(conditions, version.clusters(), OptionalLong.of(version.header().seed())),
        hypotheses,
        failures(conditions),
        provenance,
        notes);
  }

  private List<String> conditions() {
    Set<String> conditions = new LinkedHashSet<>(version.header().conditions());
    version.tasks().forEach(task -> conditions.add(task.condition()));
    return List.copyOf(conditions);
  }

  /** In the order of conditions and replicates, whatever order they came in. */
  private List<Failure> failures(List<String> conditions) {
    return version.failures().stream()
        .map(this::failure)
        .sorted(
            Comparator.comparingInt(
                    (Failure failure) -> conditions.indexOf(failure.task().condition()))
                .thenComparingInt(failure -> failure.task().replicate()))
        .toList();
  }

  private Failure failure(JournalEntry.Failed failed) {
    return new Failure(
        new TaskId(version.header().experiment(), failed.condition(), failed.replicate()),
        failed.step(),
        failed.attempt(),
        failed.attempt(),
        EngineEvents.message(failed.exceptionClass(), failed.message()),
        "",
        Optional.empty());
  }

  private Optional<Provenance> provenance() {
    return file(Provenance.FILE_NAME, ProvenanceJson.PROVENANCE::parse);
  }

  /** Reads a file that is derived; what is wrong with it must not keep anyone from the rest. */
  private <T> Optional<T> file(String name, Function<String, T> reader) {
    Path file = version.folder().resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IllegalArgumentException("it is a link or a folder");
      }
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException("it has more than " + LARGEST + " bytes");
      }
      return Optional.of(
          reader.apply(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      notes.add("not read: " + name + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
