package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Draws with the real program; skipped where it is not installed, but not in our own build. */
class GraphvizTest {

  @TempDir private Path folder;

  @BeforeEach
  void isInstalled() {
    boolean installed =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(String.valueOf(System.getenv("PATH")))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "dot")));
    boolean required = "required".equals(System.getenv("CRYSTALLIZE_GRAPHVIZ"));
    assumeTrue(installed || required, "Graphviz is not installed (apt install graphviz)");
  }

  @Test
  void aDrawingHoldsEveryExperimentAndOutput() throws Exception {
    Path picture = folder.resolve("graph.svg");

    ExperimentGraph.of(new SummaryChain().consumer().build()).visualize(picture);

    assertThat(texts(picture))
        .contains("producer", "3 replicates, 2 conditions", "consumer", "summary");
  }

  @Test
  void aPngIsAPicture() throws IOException {
    Path picture = folder.resolve("graph.png");

    ExperimentGraph.of(new SummaryChain().consumer().build()).visualize(picture);

    assertThat(ImageIO.read(picture.toFile()).getWidth()).isBetween(200, 2000);
  }

  @Test
  void whateverStandsInANameIsDrawnAsItIs() throws Exception {
    CompiledChain chain = new CompiledChain();
    String odd = "cli: { group: 'a\\\"b] &amp; <x>;# {|}', icon: '\u2192' }\n";
    CompiledChain.write(folder, "producer", CompiledChain.PRODUCER + odd);
    CompiledChain.write(folder, "consumer", CompiledChain.CONSUMER);
    Path picture = folder.resolve("graph.svg");

    ExperimentGraph.fromYaml(folder.resolve("consumer"), chain.producer(), chain.consumer())
        .visualize(picture);

    assertThat(texts(picture)).contains("a\\\"b] &amp; <x>;# {|}", "\u2192 producer");
  }

  @Test
  void aConfigurationIsDrawnToAFile() throws Exception {
    CompiledChain chain = new CompiledChain();
    CompiledChain.write(folder, "producer", CompiledChain.PRODUCER);
    CompiledChain.write(folder, "consumer", CompiledChain.CONSUMER);

    Path picture =
        ExperimentGraph.fromYaml(folder.resolve("consumer"), chain.producer(), chain.consumer())
            .visualizeIn(folder, Graphviz.INSTALLED);

    assertThat(picture).isEqualTo(folder.resolve("consumer.svg"));
    assertThat(texts(picture)).contains("producer", "consumer");
  }

  @Test
  void aThousandExperimentsAreDrawn() throws Exception {
    List<ExperimentNode> nodes = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      nodes.add(reading(i, nodes));
    }
    Path picture = folder.resolve("graph.svg");

    ExperimentGraph.of(nodes.toArray(ExperimentNode[]::new)).visualize(picture);

    assertThat(texts(picture))
        .containsAll(IntStream.range(0, 1000).mapToObj(i -> "e" + i).toList());
  }

  /** An experiment that reads from an earlier one. */
  private static ExperimentNode reading(int i, List<ExperimentNode> earlier) {
    ExperimentNode.Builder node = ExperimentNode.builder("e" + i);
    ArtifactRef<String> out =
        ArtifactRef.of(() -> earlier.get(i), "out", ArtifactLoader.text(text -> text));
    node.startWithInputs()
        .through(
            "write",
            step -> {
              OutputSlot<String> slot =
                  step.output(out, "out.txt", ArtifactWriter.text((String text) -> text));
              return (context, inputs) -> context.output(slot).write("");
            });
    ExperimentNode built = node.build();
    return i < 10
        ? built
        : built.withInput(
            ExperimentInput.of(Map.of("a", earlier.get(i - 10).artifactInput("write", "out.txt"))));
  }

  private static List<String> texts(Path svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document = factory.newDocumentBuilder().parse(svg.toFile());
    NodeList nodes = document.getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent().replace('\u00a0', ' '))
        .toList();
  }
}
