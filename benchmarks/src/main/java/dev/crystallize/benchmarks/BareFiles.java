package dev.crystallize.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The calls to the file system that the layout of a data folder asks for, and nothing else: an
 * artifact is written to a staging folder, made read-only and moved to its place below three new
 * folders; its line of 250 bytes is appended to a journal, 32 lines at a time.
 */
final class BareFiles {

  private static final int BATCH = 32;
  private static final byte[] LINES = new byte[BATCH * 250];

  private BareFiles() {}

  static void write(Path folder, int tasks) throws IOException {
    Path staging = Files.createDirectory(folder.resolve("_staging"));
    try (OutputStream journal = journal(folder, 0)) {
      write(folder, staging, journal, 0, tasks);
    }
  }

  static void writeOnThreads(Path folder, int tasks) throws Exception {
    Path staging = Files.createDirectory(folder.resolve("_staging"));
    int share = tasks / Studies.PARALLELISM;
    ExecutorService pool = Executors.newFixedThreadPool(Studies.PARALLELISM);
    try {
      for (Future<Void> part :
          pool.invokeAll(
              IntStream.range(0, Studies.PARALLELISM)
                  .<Callable<Void>>mapToObj(
                      thread ->
                          () -> {
                            try (OutputStream journal = journal(folder, thread)) {
                              write(folder, staging, journal, thread * share, share);
                            }
                            return null;
                          })
                  .toList())) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      pool.shutdown();
    }
  }

  private static OutputStream journal(Path folder, int number) throws IOException {
    return Files.newOutputStream(
        folder.resolve("_journal" + number + ".jsonl"),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.APPEND);
  }

  private static void write(Path folder, Path staging, OutputStream journal, int first, int count)
      throws IOException {
    for (int i = first; i < first + count; i++) {
      Path staged = staging.resolve("t" + i);
      try (OutputStream out = Files.newOutputStream(staged, StandardOpenOption.CREATE_NEW)) {
        out.write(Studies.SMALL);
      }
      Files.setPosixFilePermissions(staged, PosixFilePermissions.fromString("r--r--r--"));
      Path replicate = Files.createDirectory(folder.resolve("replicate_" + i));
      Path condition = Files.createDirectory(replicate.resolve("baseline"));
      Path step = Files.createDirectory(condition.resolve("SummariseStep"));
      Files.move(staged, step.resolve("summary.json"), StandardCopyOption.ATOMIC_MOVE);
      if (i % BATCH == BATCH - 1) {
        journal.write(LINES);
      }
    }
  }
}
