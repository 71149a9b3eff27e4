package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that are put in place of others, of which no compiler knows the type. */
class InputMisfitTest {

  @TempDir private Path data;

  private final SummaryChain chain = new SummaryChain(1);

  @Test
  void anInputOfAnotherTypeIsNamedWithBothTypes() {
    Input<String> text =
        Input.of(chain::producer, "summary", ArtifactLoader.text(content -> content));

    Failure failure = failure(chain.consumer().build(), "producer_summary", text);

    assertThat(failure.message())
        .isEqualTo(
            "[artifact-type] the input 'producer_summary' of 'consumer' must be of the type"
                + " dev.crystallize.runtime.SummaryChain.Summary, but 'producer#summary', which"
                + " withInput put there, gives java.lang.String");
    assertThat(failure.cause())
        .get()
        .extracting(Throwable::getCause)
        .isInstanceOf(ClassCastException.class);
  }

  @Test
  void ofAFileItIsSaidWhatGivesItsContent() {
    Input<Path> file = chain.producer().artifactInput("produce_summary", "summary.json");

    assertThat(failure(chain.consumer().build(), "producer_summary", file).message())
        .contains("gives a Path, the file itself; the typed constant");
  }

  @Test
  void anotherCastThatFailsIsNotBlamedOnAnInput() {
    ExperimentNode.Builder node = ExperimentNode.builder("consumer");
    var input = node.input("text", chain.summary().input());
    node.metric(
        "m",
        context -> {
          assertThat(context.get(input)).isNotNull();
          Object number = 1;
          return ((String) number).length();
        });

    assertThat(failure(node.build(), "text", chain.summary().input()).message())
        .startsWith("java.lang.ClassCastException: class java.lang.Integer cannot be cast");
  }

  private Failure failure(ExperimentNode node, String alias, Input<?> input) {
    ExperimentNode changed = node.withInput(ExperimentInput.of(Map.of(alias, input)));
    RunOptions options = SummaryChain.into(data).onFailure(OnFailure.RETURN).build();
    return ExperimentGraph.of(changed).run(options).failures().get(0);
  }
}
