package dev.crystallize.runtime;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tasks log says which of them it was, for they run at the same time. */
class TaskLoggerTest {

  @TempDir private Path data;

  private final Logger platform = Logger.getLogger("dev.crystallize.talkative");
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    platform.setUseParentHandlers(false);
    platform.addHandler(lines);
  }

  @AfterEach
  void listenNoMore() {
    platform.removeHandler(lines);
    platform.setUseParentHandlers(true);
  }

  @Test
  void aLineBeginsWithExperimentConditionAndReplicate() {
    run(context -> context.logger().log(INFO, "{0} of {1}", 1, "{2}"));

    assertThat(lines.told)
        .containsExactlyInAnyOrder(
            "[talkative baseline:0] 1 of {2}",
            "[talkative baseline:1] 1 of {2}",
            "[talkative high_lr:0] 1 of {2}",
            "[talkative high_lr:1] 1 of {2}");
  }

  @Test
  void soDoTextsThatAreNoPatternsThoseThatAreMadeLateAndThoseOfExceptions() {
    run(
        context -> {
          System.Logger logger = context.logger();
          logger.log(INFO, "{a} isn't one");
          logger.log(INFO, () -> "late");
          logger.log(WARNING, "thrown", new IllegalStateException("why"));
          logger.log(INFO, (Object) 7);
          logger.log(DEBUG, "nobody asked");
        });

    assertThat(lines.told)
        .filteredOn(line -> line.startsWith("[talkative high_lr:1] "))
        .containsExactly(
            "[talkative high_lr:1] {a} isn't one",
            "[talkative high_lr:1] late",
            "[talkative high_lr:1] thrown: why",
            "[talkative high_lr:1] 7");
    assertThat(lines.told).hasSize(4 * 4);
  }

  private interface Talk {
    void talk(Context context);
  }

  private void run(Talk talk) {
    ExperimentNode.builder("talkative")
        .replicates(2)
        .treatment("high_lr", Map.of())
        .metric(
            "m",
            context -> {
              talk.talk(context);
              return 1;
            })
        .run(SummaryChain.into(data).build());
  }

  private static final class Lines extends Handler {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      String thrown = line.getThrown() == null ? "" : ": " + line.getThrown().getMessage();
      told.add(formatter.formatMessage(line) + thrown);
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
