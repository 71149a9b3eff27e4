package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A resource that notes when it is opened and closed, and experiments that ask for it. */
final class OpenedModels {

  private final List<String> events = new CopyOnWriteArrayList<>();

  /** Something to be opened and closed. */
  interface Model {
    double answer();
  }

  final class Opened implements Model, AutoCloseable {

    private final String name;
    private final double answer;

    Opened(String name, double answer) {
      this.name = name;
      this.answer = answer;
      events.add("open " + name);
    }

    @Override
    public double answer() {
      return answer;
    }

    @Override
    public void close() {
      events.add("close " + name);
    }
  }

  private final SharedResource<Opened> model =
      SharedResource.of(
          "model",
          Opened.class,
          spec -> {
            Slot<Double> size = spec.param("size", Codec.DOUBLE, 1);
            return context -> new Opened("model " + context.get(size), context.get(size));
          });

  /** What happened, in order. */
  List<String> events() {
    return events;
  }

  /** Is as large as the parameter {@code size} says. */
  SharedResource<Opened> model() {
    return model;
  }

  ExperimentNode.Builder asking(String name) {
    return asking(name, model);
  }

  ExperimentNode.Builder asking(String name, SharedResource<? extends Model> resource) {
    ExperimentNode.Builder node = ExperimentNode.builder(name);
    node.start()
        .through(
            "ask",
            step -> {
              Slot<Model> used = step.resource(resource, Model.class);
              return (context, none) ->
                  context.metrics().record("answer", context.get(used).answer());
            });
    return node;
  }
}
