package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.WiringDigest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration that was edited after it was compiled makes impossible. */
class PlanRefusalTest {

  private static final String OUTPUT = "outputs: { out: out.txt }\nsteps: [ work ]\n";

  @TempDir private Path data;

  private final Map<String, String> yaml = new HashMap<>();
  private final Map<String, ExperimentNode> nodes = new LinkedHashMap<>();

  @Test
  void upstreamsWithOtherCountsAreToldAtTheSecondReference() {
    compile("left", "replicates: 3\n" + OUTPUT);
    compile("right", "replicates: 3\n" + OUTPUT);
    compile("both", "datasource: { a: left#out, b: right#out }\n" + OUTPUT, "left", "right");
    run("both");
    edit("right", "replicates: 5\n" + OUTPUT);

    assertThatThrownBy(() -> run("both"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            [replicate-mismatch] 'both' reads 3 replicates of 'left' and 5 of 'right'\
             (experiments/both/config.yaml:1:31)
                  1 | datasource: { a: left#out, b: right#out }
                    |                               ^
                give both the same replicates, or one of them 'replicates: 1'\
            """);
  }

  @Test
  void theConsumersOwnCountIsWhereItIsToldElse() {
    compile("left", "replicates: 3\n" + OUTPUT);
    compile("right", "replicates: 5\n" + OUTPUT);
    compile(
        "both",
        "datasource: { a: left#out, b: right#out }\nreplicates: 9\n" + OUTPUT,
        "left",
        "right");

    assertThatThrownBy(() -> run("both"))
        .hasMessageStartingWith(
            "[replicate-mismatch] 'both' reads 3 replicates of 'left' and 5 of 'right'"
                + " (experiments/both/config.yaml:2:13)");
  }

  @Test
  void pathsToDifferentReplicatesOfOneAncestorAreTold() {
    compile("base", "replicates: 6\n" + OUTPUT);
    compile("few", "datasource: { a: base#out }\nreplicates: 4\n" + OUTPUT, "base");
    compile("left", "datasource: { a: few#out }\nreplicates: 6\n" + OUTPUT, "few");
    compile("right", "datasource: { a: base#out }\n" + OUTPUT, "base");
    compile("both", "datasource: { a: left#out, b: right#out }\n" + OUTPUT, "left", "right");

    assertThatThrownBy(() -> run("both"))
        .hasMessageStartingWith(
            "[replicate-mismatch] replicate 4 of 'both' would read replicate 0 of 'base' by 'a' and"
                + " replicate 4 by 'b' (experiments/both/config.yaml:1:31)");
  }

  @Test
  void aCircleIsToldAtTheReferenceThatLeadsIntoIt() {
    compile("hen", "datasource: { from: egg#out }\n" + OUTPUT, "egg");
    compile("egg", "datasource: { a: hen#out }\n" + OUTPUT, "hen");

    assertThatThrownBy(() -> run("hen"))
        .hasMessageStartingWith(
            "[cycle] the experiments need each other: egg -> hen -> egg"
                + " (experiments/egg/config.yaml:1:18)");
  }

  @Test
  void whereNoConfigurationIsReadNoPlaceIsTold() {
    compile("left", "replicates: 3\n" + OUTPUT);
    compile("right", "replicates: 5\n" + OUTPUT);
    compile("both", "datasource: { a: left#out, b: right#out }\n" + OUTPUT, "left", "right");
    yaml.clear();

    assertThatThrownBy(() -> run("both"))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.location()).isEmpty()));
  }

  /** A node as the compiler writes it, with the upstreams in the order of its references. */
  private void compile(String name, String text, String... upstreams) {
    yaml.put("/experiments/" + name + "/config.yaml", text);
    var config = new ConfigReader().read(name, text.getBytes(StandardCharsets.UTF_8)).config();
    ExperimentNode.Builder node =
        ExperimentNode.builder(name).compiled(1, name, WiringDigest.of(config), this::open);
    config.replicates().ifPresent(count -> node.replicates(count.value()));
    int place = 0;
    for (String upstream : upstreams) {
      String alias = config.datasource().orElseThrow().value().get(place++).alias().value();
      node.input(alias, output(upstream).input());
    }
    node.start()
        .through(
            "work",
            step -> {
              OutputSlot<String> out =
                  step.output(output(name), "out.txt", ArtifactWriter.text(written -> written));
              return (context, none) -> context.output(out).write(name);
            });
    nodes.put(name, node.build());
  }

  private ArtifactRef<String> output(String experiment) {
    return ArtifactRef.of(
        () -> Optional.ofNullable(nodes.get(experiment)).orElseThrow(),
        "out",
        ArtifactLoader.text(text -> text));
  }

  private void edit(String name, String text) {
    yaml.put("/experiments/" + name + "/config.yaml", text);
  }

  private @Nullable InputStream open(String name) {
    String text = yaml.get(name);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private void run(String experiment) {
    RunOptions options = RunOptions.builder().dataDirectory(data).build();
    ExperimentGraph.of(Optional.ofNullable(nodes.get(experiment)).orElseThrow()).run(options);
  }
}
