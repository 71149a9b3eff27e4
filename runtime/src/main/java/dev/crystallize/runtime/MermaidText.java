package dev.crystallize.runtime;

import dev.crystallize.runtime.GraphPicture.Arrow;
import dev.crystallize.runtime.GraphPicture.Box;
import java.util.List;
import java.util.Map;

/** Draws flowcharts of Mermaid (https://mermaid.js.org/syntax/flowchart.html). */
final class MermaidText {

  private static final String PLAIN = " _.-+=,:/";
  private static final int ASCII = 128;

  private final StringBuilder text = new StringBuilder();

  private MermaidText() {}

  static String of(GraphPicture picture) {
    MermaidText mermaid = new MermaidText();
    mermaid.write(picture);
    return mermaid.text.toString();
  }

  private void write(GraphPicture picture) {
    text.append("flowchart LR\n");
    int frame = 0;
    for (Map.Entry<String, List<Box>> group : picture.groups().entrySet()) {
      text.append("  subgraph g").append(frame++);
      text.append("[\"").append(escaped(group.getKey())).append("\"]\n");
      group.getValue().forEach(box -> box("    ", box));
      text.append("  end\n");
    }
    picture.ungrouped().forEach(box -> box("  ", box));
    picture.arrows().forEach(this::arrow);
  }

  private void box(String indent, Box box) {
    text.append(indent).append('n').append(box.id()).append("(\"").append(escaped(box.title()));
    text.append("<br/>").append(escaped(box.size())).append("\")\n");
    box.color()
        .ifPresent(
            color ->
                text.append(indent)
                    .append("style n" + box.id() + " color:" + color + ",stroke:" + color + "\n"));
  }

  private void arrow(Arrow arrow) {
    text.append("  n").append(arrow.from()).append(" -->|\"").append(escaped(arrow.outputs()));
    text.append("\"| n").append(arrow.to()).append('\n');
  }

  /** Mermaid escapes characters by their decimal number between a hash sign and a semicolon. */
  private static String escaped(String label) {
    StringBuilder escaped = new StringBuilder();
    label
        .codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                escaped.append(' ');
              } else if (c >= ASCII || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append('#').append(c).append(';');
              }
            });
    return escaped.toString();
  }
}
