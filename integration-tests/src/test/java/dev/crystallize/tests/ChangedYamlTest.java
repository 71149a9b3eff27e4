package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of which only YAML changes after it was compiled. */
@Tag("same-on-every-jdk")
class ChangedYamlTest {

  private static final String CONSUMER = "com.acme.ConsumerGraph";
  private static final String SOURCE = "producer_summary: producer#summary";

  @Test
  void valuesAreUsedAndWiringIsCheckedWhateverWasCompiled(@TempDir Path folder) throws Exception {
    LocalRepository repository = LocalRepository.create(folder.resolve("repository"));
    Chain chain = Chain.writeTo(folder.resolve("chain"));
    Tool build = Tool.maven(chain.folder(), repository, "compile");
    assertThat(build.exitCode()).as(build.output()).isZero();

    chain.edit(Chain.PRODUCER_YAML, "learning_rate: 10.0", "learning_rate: 20.0");
    Tool changed = start(chain);
    assertThat(changed.exitCode()).as(changed.output()).isZero();
    assertThat(changed.output()).contains("total  high_lr   120.000  (1)");

    chain.edit(Chain.CONSUMER_YAML, SOURCE, SOURCE + "\n  again: producer#summary");
    Tool rewired = start(chain);
    assertThat(rewired.exitCode()).as(rewired.output()).isEqualTo(3);
    assertThat(rewired.output()).contains("again", "mvn compile");

    chain.edit(Chain.CONSUMER_YAML, "\n  again: producer#summary", "");
    chain.edit(Chain.CONSUMER_YAML, SOURCE, "producer_summary: producer#sumary");
    failsAt("2:21", chain, repository);
    failsAt("2:21", chain, repository);

    chain.edit(Chain.CONSUMER_YAML, "producer#sumary", "producer#summary");
    Tool mended = Tool.maven(chain.folder(), repository, "compile");
    assertThat(mended.exitCode()).as(mended.output()).isZero();
    Tool run = start(chain);
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private static void failsAt(String place, Chain chain, LocalRepository repository)
      throws Exception {
    Tool build = Tool.maven(chain.folder(), repository, "compile");
    assertThat(build.exitCode()).as(build.output()).isNotZero();
    assertThat(build.output())
        .contains("[missing-artifact]", "(experiments/consumer/config.yaml:" + place + ")")
        .doesNotContain("cannot find symbol");
  }

  /** What is edited is what lies among the sources; Maven would have copied it. */
  private static Tool start(Chain chain) throws Exception {
    return chain.start(
        CONSUMER,
        "--experiments",
        chain.folder().resolve("src/main/resources/experiments").toString());
  }
}
