package dev.crystallize.runtime;

import dev.crystallize.runtime.config.CliConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a drawing of a graph shows.
 *
 * @param boxes the experiments, upstream ones first
 * @param arrows what they read of each other
 */
record GraphPicture(List<Box> boxes, List<Arrow> arrows) {

  /** What both languages of pictures understand; whatever else may be a terminal's. */
  private static final Pattern COLOR = Pattern.compile("#\\p{XDigit}{6}|\\p{Alpha}+");

  private static final Pattern SHORT_COLOR =
      Pattern.compile("#(\\p{XDigit})(\\p{XDigit})(\\p{XDigit})");

  /**
   * One experiment.
   *
   * @param id its place among the boxes
   * @param name its name
   * @param icon a sign before the name
   * @param group what it is framed with
   * @param color what it is drawn in, as a name or {@code #rrggbb}
   * @param replicates how many replicates each condition runs
   * @param conditions how many conditions it runs
   */
  record Box(
      int id,
      String name,
      Optional<String> icon,
      Optional<String> group,
      Optional<String> color,
      int replicates,
      int conditions) {

    String title() {
      return icon.map(sign -> sign + " ").orElse("") + name;
    }

    String size() {
      return counted(replicates, "replicate") + ", " + counted(conditions, "condition");
    }

    private static String counted(int count, String what) {
      return count + " " + what + (count == 1 ? "" : "s");
    }
  }

  /** One experiment reads outputs of another. */
  record Arrow(int from, int to, String outputs) {}

  static GraphPicture of(GraphPlan plan, Map<String, ExperimentNode> nodes) {
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (PlannedExperiment planned : plan.experiments()) {
      ExperimentNode node = nodes.get(planned.name());
      CliConfig cli = node == null ? CliConfig.NONE : node.values().cli();
      boxes.add(
          new Box(
              planned.index(),
              planned.name(),
              cli.icon().map(Located::value),
              cli.group().map(Located::value),
              cli.color().map(Located::value).flatMap(GraphPicture::color),
              planned.replicates(),
              planned.conditions().size()));
      Map<String, Set<String>> read = new LinkedHashMap<>();
      for (PlanEdge edge : planned.reads()) {
        read.computeIfAbsent(edge.upstream(), key -> new LinkedHashSet<>()).add(edge.output());
      }
      read.forEach(
          (upstream, outputs) ->
              arrows.add(
                  new Arrow(plan.indexOf(upstream), planned.index(), String.join(", ", outputs))));
    }
    return new GraphPicture(List.copyOf(boxes), List.copyOf(arrows));
  }

  private static Optional<String> color(String stated) {
    String full = SHORT_COLOR.matcher(stated).replaceAll("#$1$1$2$2$3$3");
    return Optional.of(full).filter(COLOR.asMatchPredicate());
  }

  /** The experiments that no other one reads. */
  List<String> unread() {
    Set<Integer> read = new HashSet<>();
    arrows.forEach(arrow -> read.add(arrow.from()));
    return boxes.stream().filter(box -> !read.contains(box.id())).map(Box::name).toList();
  }

  /** The boxes by group, those without one aside. */
  Map<String, List<Box>> groups() {
    Map<String, List<Box>> groups = new LinkedHashMap<>();
    for (Box box : boxes) {
      box.group()
          .ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(box));
    }
    return groups;
  }

  /** The boxes without a group. */
  List<Box> ungrouped() {
    return boxes.stream().filter(box -> box.group().isEmpty()).toList();
  }
}
