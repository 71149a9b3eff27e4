package dev.crystallize.runtime;

import dev.crystallize.runtime.GraphPicture.Arrow;
import dev.crystallize.runtime.GraphPicture.Box;
import java.util.List;
import java.util.Map;

/** Draws in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html). */
final class DotText {

  private static final String STYLE =
      """
        graph [rankdir=LR, nodesep=0.3, ranksep=0.7, pad=0.2, fontname="Helvetica", fontsize=11,
          fontcolor="#57606a", color="#d0d7de", style=rounded];
        node [shape=box, style="rounded,filled", fillcolor="#f6f8fa", color="#57606a",
          fontname="Helvetica", fontsize=12, margin="0.2,0.1"];
        edge [color="#57606a", fontcolor="#57606a", fontname="Helvetica", fontsize=10,
          arrowsize=0.7];
      """;

  private static final int MANY = 100;

  /** Otherwise Graphviz takes minutes to lay a thousand experiments out nearly as well. */
  private static final String FAST =
      "  graph [nslimit=1, nslimit1=1, mclimit=0.2, splines=line];\n";

  private final StringBuilder text = new StringBuilder();

  private DotText() {}

  static String of(GraphPicture picture) {
    DotText dot = new DotText();
    dot.write(picture);
    return dot.text.toString();
  }

  private void write(GraphPicture picture) {
    text.append("digraph experiments {\n");
    text.append(STYLE);
    if (picture.boxes().size() > MANY) {
      text.append(FAST);
    }
    int frame = 0;
    for (Map.Entry<String, List<Box>> group : picture.groups().entrySet()) {
      text.append("  subgraph cluster_").append(frame++).append(" {\n");
      text.append("    label=").append(quoted(group.getKey())).append(";\n");
      group.getValue().forEach(box -> box("    ", box));
      text.append("  }\n");
    }
    picture.ungrouped().forEach(box -> box("  ", box));
    picture.arrows().forEach(this::arrow);
    text.append("}\n");
  }

  private void box(String indent, Box box) {
    text.append(indent).append('n').append(box.id()).append(" [label=");
    text.append(quoted(box.title() + "\n" + box.size()));
    box.color()
        .map(DotText::quoted)
        .ifPresent(color -> text.append(", color=" + color + ", fontcolor=" + color));
    text.append("];\n");
  }

  private void arrow(Arrow arrow) {
    text.append("  n").append(arrow.from()).append(" -> n").append(arrow.to());
    text.append(" [label=").append(quoted(arrow.outputs())).append("];\n");
  }

  /** Labels know backslash escapes and, besides, the entities of HTML. */
  private static String quoted(String label) {
    StringBuilder quoted = new StringBuilder("\"");
    label
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '&' -> quoted.append("&amp;");
                case '\n' -> quoted.append("\\n");
                default -> quoted.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    return quoted.append('"').toString();
  }
}
