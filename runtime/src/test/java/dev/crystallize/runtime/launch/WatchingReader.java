package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.VersionState;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a data folder over and over while others write to it, both as our own reader does and as a
 * stranger who opens whatever file has its final name.
 */
final class WatchingReader implements AutoCloseable {

  /** Leaves the processors to those who write: it pauses so much longer than it reads. */
  private static final int PAUSES = 4;

  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(40);

  private static final JsonFactory JSON = new JsonFactory();

  private final Path data;
  private final AtomicLong filesRead = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "reader");
  private final CountDownLatch ends = new CountDownLatch(1);
  private volatile Optional<Throwable> failure = Optional.empty();

  WatchingReader(Path data) {
    this.data = data;
    thread.start();
  }

  /** Ends the reading and passes on what it found wrong. */
  @Override
  public void close() {
    ends.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while a reader ended", e);
    }
    failure.ifPresent(
        wrong -> {
          throw new AssertionError("a reader saw what is not whole", wrong);
        });
  }

  /** How many files it has seen whole. */
  long filesRead() {
    return filesRead.get();
  }

  private void watch() {
    try {
      long pause;
      do {
        long begun = System.nanoTime();
        readFiles();
        readVersions();
        pause = Math.max(SHORTEST_PAUSE, PAUSES * (System.nanoTime() - begun));
      } while (!ends.await(pause, TimeUnit.NANOSECONDS));
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      failure = Optional.of(e);
    }
  }

  private void readFiles() throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith("_staging") || folder.endsWith(".crystallize")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            check(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
            if (cause instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // A folder that went away while it was listed.
            }
            throw cause;
          }
        });
  }

  private void check(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".txt")) {
      KilledStudy.read(Files.readString(file));
    } else if (name.endsWith(".json")) {
      readJson(file);
    } else if (name.endsWith(".csv")) {
      assertThat(Files.readString(file)).endsWith("\n");
    } else if (name.equals(".crystallize_complete")) {
      checkComplete(file);
    } else if (!name.equals("_journal.jsonl")) {
      throw new AssertionError("an unexpected file: " + file);
    }
    filesRead.incrementAndGet();
  }

  private static void readJson(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), content)) {
      json.nextToken();
      json.skipChildren();
      assertThat(json.nextToken()).as("%s goes on", file).isNull();
    }
    assertThat(content).as("%s", file).isNotEmpty();
  }

  /** The marker stands for all replicates, and for the file of results beside it. */
  private static void checkComplete(Path marker) throws IOException {
    Path condition = marker.getParent();
    readJson(condition.resolve("results.json"));
    String journal = Files.readString(condition.resolveSibling("_journal.jsonl"));
    long committed =
        journal
            .lines()
            .filter(line -> line.contains("\"line\":\"task\""))
            .filter(line -> line.contains("\"condition\":\"" + condition.getFileName() + "\""))
            .count();
    assertThat(committed).as("%s", marker).isGreaterThanOrEqualTo(KilledStudy.REPLICATES);
  }

  private void readVersions() throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    for (StoredVersion version : StudyData.versions(data)) {
      if (version.header().experiment().equals("draw")) {
        for (Committed task : version.tasks()) {
          byte[] content = version.artifact("number", task.condition(), task.replicate()).bytes();
          assertThat(content).isNotEmpty();
        }
      }
      if (version.state() == VersionState.FULL) {
        assertThat(version.tasks()).hasSize(KilledStudy.CONDITIONS.size() * KilledStudy.REPLICATES);
        assertThat(version.folder().resolve("metrics.csv")).exists();
      }
    }
  }
}
