package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.GatedFileSystem;
import dev.crystallize.runtime.store.RunStore;
import dev.crystallize.runtime.store.TaskFingerprints;
import dev.crystallize.runtime.store.TestStores;
import dev.crystallize.runtime.store.TestStores.Fault;
import dev.crystallize.runtime.store.TestStores.Killed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One process that runs a job: gives way to the other before every action on the disk, may die
 * before any, and checks that it only writes to what it owns.
 */
final class SimulatedProcess {

  private static final Pattern HEADER = Pattern.compile("\"line\":\"header\".*?\"run\":\"(\\w+)\"");

  private final Path data;
  private final Job job;
  private final Fault fault;
  private final Runnable giveWay;
  private final Set<String> ran = new HashSet<>();
  private final Map<Path, String> owned = new HashMap<>();
  private final String lock;
  private int actions;
  private boolean lastWords;
  private boolean dead;
  private Optional<String> intrusion = Optional.empty();

  SimulatedProcess(Path data, Job job, Fault fault, Runnable giveWay) {
    this.data = data;
    this.job = job;
    this.fault = fault;
    this.giveWay = giveWay;
    this.lock = ("dev.crystallize.lock:" + data.resolve(".crystallize/lock")).intern();
  }

  Job job() {
    return job;
  }

  /** The tasks that it ran. */
  Set<String> ran() {
    return ran;
  }

  /**
   * Runs the job.
   *
   * @param begun called once it holds its lease, from when on nobody may delete versions
   * @return empty if the process died on the way
   */
  Optional<RunOutcome> run(Runnable begun) {
    Optional<RunOutcome> outcome = Optional.empty();
    try {
      outcome =
          Optional.of(
              new Engine(
                      Inline::new,
                      DependentsFirst::new,
                      folder -> {
                        RunStore store = TestStores.open(folder, this::write, fault);
                        begun.run();
                        return store;
                      })
                  .run(request()));
    } catch (RuntimeException | Killed e) {
      if (!dead) {
        throw new AssertionError(job + " failed", e);
      }
    }
    intrusion.ifPresent(
        what -> {
          throw new AssertionError(what);
        });
    return outcome;
  }

  private RunRequest request() {
    VersionUse use = job.versions();
    TaskFingerprints stepping =
        (experiment, condition) -> {
          act();
          return job.study().base(experiment, condition);
        };
    EngineListener listener =
        new EngineListener() {
          @Override
          public void runStarted(int tasks) {
            act();
          }

          @Override
          public void runFinished(TaskCounts counts, boolean interrupted) {
            act();
          }
        };
    Path disk = job.finely() ? GatedFileSystem.over(data, (change, path) -> change()) : data;
    return new RequestBuilder(job.study().plan(job.treatments()), disk, this::task)
        .storage(job.study().storage())
        .parallelism(1)
        .versions(new VersionUse(Optional.of(stepping), use.resume(), use.keep()))
        .listener(listener)
        .build();
  }

  /** Nobody may give way under the short lock, for which the other would wait for ever. */
  private void act() {
    if (!dead && !Thread.holdsLock(lock)) {
      giveWay.run();
    }
  }

  /** Before a change to the disk; the dead change nothing. */
  private void change() {
    act();
    if (lastWords) {
      lastWords = false;
    } else if (dies()) {
      throw new Killed();
    }
  }

  private boolean dies() {
    actions++;
    dead |= actions == job.dies();
    return dead;
  }

  private TaskResult task(TaskRun task) throws IOException {
    act();
    String name = new TaskKey(task.experiment(), task.condition(), task.replicate()).toString();
    ran.add(name);
    if (name.equals(job.fails())) {
      throw new IllegalStateException("fails on purpose");
    }
    return job.study().run(task);
  }

  /** Returns how many bytes reach the journal: what dies in the middle of a line leaves half. */
  private int write(Path journal, byte[] bytes) {
    if (job.finely()) {
      lastWords = !dead && job.half() && actions + 1 == job.dies();
      dead |= lastWords;
    } else {
      act();
    }
    if (job.finely() ? lastWords : dies()) {
      return job.half() && actions <= job.dies() ? bytes.length / 2 : 0;
    }
    Matcher header = HEADER.matcher(new String(bytes, StandardCharsets.UTF_8));
    if (header.find()) {
      owned.put(journal, header.group(1));
    } else if (!owner(journal).equals(owned.get(journal))) {
      intrusion = Optional.of(job + " wrote to " + journal + ", which another took over");
    }
    return bytes.length;
  }

  private static String owner(Path journal) {
    try {
      List<String> owners =
          HEADER
              .matcher(Files.readString(journal, StandardCharsets.UTF_8))
              .results()
              .map(match -> match.group(1))
              .toList();
      return owners.isEmpty() ? "" : owners.get(owners.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
