package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory.Standard;

/**
 * Runs in JVMs of their own that are killed at random moments of their life and resumed, again and
 * again, end as if nothing had happened.
 */
class KilledRunsTest {

  /** More in the profile {@code long}. */
  private static final int KILLS = Integer.getInteger("crystallize.kills", 200);

  private static final int CHAINS = 2;

  /** How many of the kills fall before the first task would start, in a part of all. */
  private static final double EARLY = 0.15;

  /** How much work it may do until its death after it has started as many tasks as it may. */
  private static final Duration LAST_MOMENT = Duration.ofMillis(40);

  /** How much work it takes until a run starts its first task, and until it ends. */
  private record Life(Duration firstTask, Duration end) {

    /** Kills it before its first task, or during or after any of those that are left. */
    boolean killed(StudyProcess process, int left, Random random)
        throws IOException, InterruptedException {
      if (left == 0) { // half of the time nothing is in its way any more
        return random.nextBoolean() && process.killAfter(part(random, end));
      }
      if (random.nextDouble() < EARLY) {
        return process.killAfter(part(random, firstTask));
      }
      process.awaitStarted(1 + random.nextInt(left));
      return process.killAfter(process.worked().plus(part(random, LAST_MOMENT)));
    }

    private static Duration part(Random random, Duration whole) {
      return Duration.ofNanos((long) (random.nextDouble() * whole.toNanos()));
    }
  }

  @TempDir(factory = Standard.class)
  private Path temp;

  private final ExecutorService chains = Executors.newFixedThreadPool(CHAINS);
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger beforeAnyTask = new AtomicInteger();
  private final AtomicInteger afterTheLastTask = new AtomicInteger();
  private final AtomicInteger lives = new AtomicInteger();

  @AfterEach
  void endChains() {
    chains.shutdownNow();
  }

  @Test
  void killedRunsRepeatOnlyWhatWasNotCommittedAndEndWithTheSameBytes()
      throws IOException, InterruptedException, ExecutionException {
    Path whole = Files.createDirectory(temp.resolve("whole")).resolve("data");
    Life life = undisturbed(whole);
    Map<String, String> expected = StudyData.results(whole);
    List<Future<Long>> seen = new ArrayList<>();
    for (int chain = 0; chain < CHAINS; chain++) {
      int number = chain;
      seen.add(chains.submit(() -> chain(number, life, expected)));
    }
    long filesRead = 0;
    for (Future<Long> chain : seen) {
      filesRead += chain.get();
    }
    assertThat(kills.get()).isGreaterThanOrEqualTo(KILLS);
    assertThat(filesRead).as("files that readers saw meanwhile").isPositive();
    System.out.printf(
        "%s kills, %s before any task and %s after the last, of runs that live %d ms;"
            + " %s data folders brought to the end, %d files read meanwhile%n",
        kills, beforeAnyTask, afterTheLastTask, life.end().toMillis(), lives, filesRead);
  }

  /** A life that nothing disturbs. */
  private static Life undisturbed(Path data) throws IOException, InterruptedException {
    Life life = new Life(Duration.ZERO, Duration.ZERO);
    try (StudyProcess process = StudyProcess.begin(data, "--resume")) {
      process.goOn();
      while (process.lives()) {
        Duration now = process.worked();
        boolean begun = life.firstTask().compareTo(Duration.ZERO) > 0;
        if (now.compareTo(life.end()) > 0) {
          boolean started = begun || !process.started().isEmpty();
          life = new Life(begun || !started ? life.firstTask() : now, now);
        }
      }
      assertThat(process.exitCode()).as(process.errors()).isZero();
      assertThat(process.started()).hasSize(KilledStudy.TASKS);
    }
    return life;
  }

  /** Brings one data folder after the other to its end, until there were enough kills. */
  private long chain(int number, Life life, Map<String, String> expected)
      throws IOException, InterruptedException {
    Random random = new Random(number);
    long filesRead = 0;
    for (int folder = 0; kills.get() < KILLS; folder++) {
      Path place = Files.createDirectory(temp.resolve("chain-" + number + "-" + folder));
      Path data = place.resolve("data");
      try (WatchingReader reader = new WatchingReader(data)) {
        Set<String> committed = Set.of();
        boolean died = true;
        while (died) {
          died = live(data, life, random, committed);
          Set<String> now = StudyData.committed(data);
          assertThat(now).as("what was committed").containsAll(committed);
          committed = now;
        }
        filesRead += reader.filesRead();
      }
      assertThat(StudyData.results(data)).isEqualTo(expected);
      lives.incrementAndGet();
    }
    return filesRead;
  }

  /** Resumes and kills; whether it died before it came to the end. */
  private boolean live(Path data, Life life, Random random, Set<String> committed)
      throws IOException, InterruptedException {
    try (StudyProcess process = StudyProcess.begin(data, "--resume")) {
      process.goOn();
      int left = KilledStudy.TASKS - committed.size();
      boolean killed = kills.get() < KILLS && life.killed(process, left, random);
      List<String> started = process.started();
      assertThat(started).doesNotHaveDuplicates().filteredOn(committed::contains).isEmpty();
      if (killed) {
        kills.incrementAndGet();
        boolean allDone = StudyData.committed(data).size() == KilledStudy.TASKS;
        afterTheLastTask.addAndGet(allDone ? 1 : 0);
        beforeAnyTask.addAndGet(started.isEmpty() && !allDone ? 1 : 0);
      } else {
        assertThat(process.exitCode()).as(process.errors()).isZero();
      }
      return killed;
    }
  }
}
