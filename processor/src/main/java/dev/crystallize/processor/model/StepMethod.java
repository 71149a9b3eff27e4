package dev.crystallize.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A {@code @Step} method, whatever experiment uses it how often.
 *
 * @param method the method; its canonical name is the step's
 * @param parameters its parameters in order
 * @param returned what it gives to the next step
 * @param artifact the alias of the output to which the returned value is also written
 * @param metric whether it has {@code @Metric}
 * @param metrics what it records by {@code @Metric}; empty although {@code metric} is set if what
 *     it returns holds no number
 * @param version the text of {@code version}; empty if none is given
 */
public record StepMethod(
    MethodModel method,
    List<ParameterModel> parameters,
    Returned returned,
    Optional<YamlName> artifact,
    boolean metric,
    List<MetricModel> metrics,
    String version) {

  /** Copies the lists. */
  public StepMethod {
    parameters = List.copyOf(parameters);
    metrics = List.copyOf(metrics);
  }

  /** Returns the step's canonical name. */
  public String name() {
    return method.name().canonical();
  }

  /** Returns whether it may record metrics whose names nobody knows before it runs. */
  public boolean recordsByHand() {
    return returned instanceof Returned.Result
        || returned instanceof Returned.Unknown
        || (metric && metrics.isEmpty())
        || !parameters(ParameterModel.MetricsParameter.class).isEmpty()
        || !parameters(ParameterModel.ContextParameter.class).isEmpty();
  }

  /** Returns the parameters of one kind, in order. */
  public <P extends ParameterModel> List<P> parameters(Class<P> kind) {
    return parameters.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
