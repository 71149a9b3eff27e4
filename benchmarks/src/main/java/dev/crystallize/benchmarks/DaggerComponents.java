package dev.crystallize.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same graphs for Dagger: a module of five bindings and a component for each node. */
final class DaggerComponents extends Sources {

  private final int count;

  DaggerComponents(Path folder, int count) {
    super(folder);
    this.count = count;
  }

  @Override
  void write() throws IOException {
    for (int i = 0; i < count; i++) {
      java("M" + i, javaOf(i));
    }
  }

  private static String javaOf(int node) {
    List<String> inputs = new ArrayList<>();
    List<String> totals = new ArrayList<>();
    List<String> dependencies = new ArrayList<>();
    for (int upstream : upstreams(node)) {
      inputs.add("M" + upstream + ".Summary e" + upstream);
      totals.add("e" + upstream + ".total()");
      dependencies.add("M" + upstream + ".Graph.class");
    }
    if (totals.isEmpty()) {
      totals.add("Math.random()");
    }
    return """
        import dagger.Component;
        import dagger.Module;
        import dagger.Provides;
        import java.util.List;

        @Module
        final class M%1$d {

          record Loaded(List<Double> data) {}
          record Scaled(List<Double> data) {}
          record Shifted(List<Double> data) {}
          record Total(double value) {}
          record Summary(double total, int count) {}

          @Component(modules = M%1$d.class, dependencies = {%4$s})
          interface Graph {
            Summary summary();
          }

          @Provides
          static Loaded load(%2$s) {
            return new Loaded(List.of(%3$s));
          }

          @Provides
          static Scaled scale(Loaded in) {
            return new Scaled(in.data().stream().map(each -> each * 2.0).toList());
          }

          @Provides
          static Shifted shift(Scaled in) {
            return new Shifted(in.data().stream().map(each -> each + 1).toList());
          }

          @Provides
          static Total total(Shifted in) {
            return new Total(in.data().stream().mapToDouble(Double::doubleValue).sum());
          }

          @Provides
          static Summary summarise(Total total) {
            return new Summary(total.value(), 1);
          }
        }
        """
        .formatted(
            node,
            String.join(", ", inputs),
            String.join(", ", totals),
            String.join(", ", dependencies));
  }
}
