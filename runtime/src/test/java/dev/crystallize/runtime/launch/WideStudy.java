package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import java.util.ArrayList;
import java.util.List;

/** Many experiments, each of which writes a file and reads that of another. */
final class WideStudy {

  private static final List<ExperimentNode> NODES = new ArrayList<>();

  private WideStudy() {}

  /** The first argument says how many. */
  public static void main(String[] args) {
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      NODES.add(node(i));
    }
    Launcher.main(
        ExperimentGraph.of(NODES.toArray(new ExperimentNode[0])),
        List.of(args).subList(1, args.length).toArray(new String[0]));
  }

  static String name(int number) {
    return "e" + number;
  }

  private static ArtifactRef<String> artifact(int number) {
    return ArtifactRef.of(() -> NODES.get(number), "out", ArtifactLoader.text(text -> text));
  }

  private static ExperimentNode node(int number) {
    ExperimentNode.Builder node = ExperimentNode.builder(name(number));
    if (number == 0) {
      node.start()
          .through(
              "write",
              step -> {
                var out =
                    step.output(
                        artifact(number), "out.txt", ArtifactWriter.text((String text) -> text));
                return (context, none) -> context.output(out).write("0");
              });
      return node.build();
    }
    var input = node.input("in", artifact((number - 1) / 2).input());
    node.start()
        .through(
            "write",
            step -> {
              var out =
                  step.output(
                      artifact(number), "out.txt", ArtifactWriter.text((String text) -> text));
              return (context, none) ->
                  context.output(out).write(context.get(input) + " " + number);
            });
    return node.build();
  }
}
