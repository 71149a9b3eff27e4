package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

  @TempDir private Path folder;

  @Test
  void theGraphIsDrawnForGraphviz() {
    assertThat(chain().toDot())
        .isEqualTo(
            """
            digraph experiments {
              graph [rankdir=LR, nodesep=0.3, ranksep=0.7, pad=0.2, fontname="Helvetica", fontsize=11,
                fontcolor="#57606a", color="#d0d7de", style=rounded];
              node [shape=box, style="rounded,filled", fillcolor="#f6f8fa", color="#57606a",
                fontname="Helvetica", fontsize=12, margin="0.2,0.1"];
              edge [color="#57606a", fontcolor="#57606a", fontname="Helvetica", fontsize=10,
                arrowsize=0.7];
              n0 [label="producer\\n3 replicates, 2 conditions"];
              n1 [label="consumer\\n3 replicates, 2 conditions"];
              n0 -> n1 [label="summary"];
            }
            """);
  }

  @Test
  void theGraphIsDrawnForMermaid() {
    assertThat(chain().toMermaid())
        .isEqualTo(
            """
            flowchart LR
              n0("producer<br/>3 replicates, 2 conditions")
              n1("consumer<br/>3 replicates, 2 conditions")
              n0 -->|"summary"| n1
            """);
  }

  @Test
  void iconsAndGroupsComeFromTheConfiguration() throws IOException {
    ExperimentGraph graph = decorated("group: data, icon: '*'");

    assertThat(graph.toDot().lines())
        .containsSequence("  subgraph cluster_0 {", "    label=\"data\";")
        .anyMatch(line -> line.startsWith("    n0 [label=\"* producer\\n"));
    assertThat(graph.toMermaid().lines())
        .contains("  subgraph g0[\"data\"]")
        .anyMatch(line -> line.startsWith("    n0(\"#42; producer<br/>"));
  }

  @Test
  void aBoxIsDrawnInTheColorOfTheConfiguration() throws IOException {
    ExperimentGraph graph = decorated("color: '#0a8'");

    assertThat(graph.toDot().lines())
        .anyMatch(line -> line.endsWith("\", color=\"#00aa88\", fontcolor=\"#00aa88\"];"));
    assertThat(graph.toMermaid().lines()).contains("  style n0 color:#00aa88,stroke:#00aa88");
    assertThat(decorated("color: teal").toMermaid()).contains("style n0 color:teal,stroke:teal");
  }

  @Test
  void whatIsNoColorOfPicturesIsNotDrawn() throws IOException {
    ExperimentGraph graph = decorated("color: 'red;} x, bold'");

    assertThat(graph.toDot()).doesNotContain("bold");
    assertThat(graph.toMermaid()).doesNotContain("style");
  }

  @Test
  void nothingInANameLeavesItsQuotes() throws IOException {
    ExperimentGraph graph = decorated("group: 'a\\\"b\"] &amp; <x>;#'");

    assertThat(graph.toDot()).contains("label=\"a\\\\\\\"b\\\"] &amp;amp; <x>;#\";");
    assertThat(graph.toMermaid())
        .contains("[\"a#92;#34;b#34;#93; #38;amp#59; #60;x#62;#59;#35;\"]");
  }

  @Test
  void theFileShowsWhatTheOptionsSelect() {
    Path file = folder.resolve("graph.dot");

    chain().writeDot(file, RunOptions.builder().replicates(8).treatments("baseline").build());

    assertThat(file).content().contains("producer\\n8 replicates, 1 condition\"");
  }

  @Test
  void aThousandExperimentsAreDrawn() {
    ExperimentNode[] nodes = new ExperimentNode[1000];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = ExperimentNode.builder("e" + i).metric("m", context -> 1.0).build();
    }

    assertThat(ExperimentGraph.of(nodes).toDot().lines())
        .filteredOn(line -> line.contains(" [label="))
        .hasSize(nodes.length);
  }

  @Test
  void graphvizDrawsTheTextItIsGiven() throws IOException {
    Path picture = folder.resolve("graph.svg");

    chain().visualize(picture, fakeDot("System.in.transferTo(System.out);"));

    assertThat(picture).hasContent(chain().toDot());
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("Dot.java", "graph.svg");
  }

  @Test
  void theNameOfTheFileTellsTheFormat() throws IOException {
    Path picture = folder.resolve("graph.PNG");

    chain().visualize(picture, fakeDot("System.out.print(String.join(\" \", args));"));

    assertThat(picture).hasContent("-Tpng");
  }

  @Test
  void whatGraphvizComplainsAboutIsToldAndNothingIsWritten() throws IOException {
    Path picture = folder.resolve("graph.svg");
    Graphviz failing = fakeDot("System.err.println(\"syntax error\"); System.exit(3);");

    assertThatThrownBy(() -> chain().visualize(picture, failing))
        .isInstanceOf(GraphvizException.class)
        .hasMessageContaining("ended with 3: syntax error");
    assertThat(picture).doesNotExist();
  }

  @Test
  void withoutGraphvizTheErrorNamesThePackage() {
    Graphviz missing = new Graphviz(List.of("no-such-program-as-dot"));

    assertThatThrownBy(() -> chain().visualize(folder.resolve("graph.svg"), missing))
        .isInstanceOf(GraphvizException.class)
        .hasMessageContaining("'no-such-program-as-dot' was not found")
        .hasMessageContaining("install the package graphviz");
  }

  @Test
  void anotherFormatIsRefused() {
    assertThatThrownBy(() -> chain().visualize(folder.resolve("graph.pdf")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends in .svg or .png");
  }

  @Test
  void aPictureIsNamedAfterTheExperimentThatNobodyReads() throws IOException {
    ExperimentNode other = ExperimentNode.builder("other").metric("m", context -> 1.0).build();
    ExperimentNode one = new SummaryChain().consumer().build();
    Graphviz fake = fakeDot("System.out.print(\"drawn\");");

    assertThat(ExperimentGraph.of(one).visualizeIn(folder, fake))
        .isEqualTo(folder.resolve("consumer.svg"))
        .hasContent("drawn");
    assertThat(ExperimentGraph.of(one, other).visualizeIn(folder, fake))
        .isEqualTo(folder.resolve("experiments.svg"));
  }

  private static ExperimentGraph chain() {
    return ExperimentGraph.of(new SummaryChain().consumer().build());
  }

  private ExperimentGraph decorated(String cli) throws IOException {
    CompiledChain chain = new CompiledChain();
    CompiledChain.write(folder, "producer", CompiledChain.PRODUCER + "cli: { " + cli + " }\n");
    CompiledChain.write(folder, "consumer", CompiledChain.CONSUMER);
    return ExperimentGraph.fromYaml(folder.resolve("consumer"), chain.producer(), chain.consumer());
  }

  /** A program of our own in the place of Graphviz. */
  private Graphviz fakeDot(String body) throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("Dot.java"),
            "class Dot { public static void main(String[] args) throws Exception { "
                + body
                + " } }");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Graphviz(List.of(java.toString(), program.toString()));
  }
}
