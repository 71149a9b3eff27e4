package dev.crystallize.runtime;

import dev.crystallize.runtime.GraphPicture.Arrow;
import dev.crystallize.runtime.GraphPicture.Box;
import java.util.List;
import java.util.Map;

/** Draws in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html). */
final class DotText {

  private final StringBuilder text = new StringBuilder();

  private DotText() {}

  static String of(GraphPicture picture) {
    DotText dot = new DotText();
    dot.write(picture);
    return dot.text.toString();
  }

  private void write(GraphPicture picture) {
    text.append("digraph experiments {\n");
    text.append("  rankdir=LR;\n");
    text.append("  node [shape=box, style=rounded];\n");
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
    text.append(quoted(box.title() + "\n" + box.size())).append("];\n");
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
