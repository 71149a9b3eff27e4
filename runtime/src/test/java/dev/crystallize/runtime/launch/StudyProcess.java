package dev.crystallize.runtime.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link KilledStudy} in a JVM of its own that starts fast. */
final class StudyProcess implements AutoCloseable {

  private static final long POLL_MILLIS = 1;

  private final Process process;
  private final Path notes;
  private final Path errors;

  private StudyProcess(Process process, Path notes, Path errors) {
    this.process = process;
    this.notes = notes;
    this.errors = errors;
  }

  /** Starts it and waits until it has begun; it goes on when it is told to. */
  static StudyProcess begin(Path data, String... arguments) throws IOException {
    // Not beside the data, whose disk may be full.
    Path notes = Files.createTempFile("notes", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    List<String> command = StudyJvm.command();
    command.addAll(List.of(notes.toString(), "--quiet", "--parallelism=3", "--data=" + data));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    StudyProcess study = new StudyProcess(process, notes, errors);
    if (process.getInputStream().read() < 0) {
      throw new IOException("it did not begin: " + study.errors());
    }
    return study;
  }

  /** Starts it and waits for its end. */
  static StudyProcess run(Path data, String... arguments) throws IOException, InterruptedException {
    StudyProcess study = begin(data, arguments);
    study.goOn();
    study.exitCode();
    return study;
  }

  void goOn() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /**
   * Lets it work for so long, then kills it with SIGKILL. The time is that of the processor, which
   * on a busy machine tells how far it came.
   *
   * @return whether it was killed before its end
   */
  boolean killAfter(Duration work) throws InterruptedException {
    boolean ended = false;
    while (!ended && worked().compareTo(work) < 0) {
      ended = process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    return process.waitFor() != 0;
  }

  /** Waits until it has started so many tasks, or ended. */
  void awaitStarted(int tasks) throws IOException, InterruptedException {
    while (started().size() < tasks && lives()) {
      // Not yet.
    }
  }

  /** How long it has kept a processor busy; of a process that has ended, nothing is known. */
  Duration worked() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Whether it still lives a moment later. */
  boolean lives() throws InterruptedException {
    return !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** The tasks that started, in order. */
  List<String> started() throws IOException {
    return Files.readAllLines(notes);
  }

  String errors() throws IOException {
    return Files.readString(errors, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(notes);
    Files.deleteIfExists(errors);
  }
}
