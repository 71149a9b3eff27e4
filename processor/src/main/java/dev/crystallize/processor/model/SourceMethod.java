package dev.crystallize.processor.model;

import java.util.List;

/**
 * A {@code @DataSource} method.
 *
 * @param method the method; its canonical name is the datasource's
 * @param parameters its parameters in order
 * @param reads what it declares to read
 */
public record SourceMethod(
    MethodModel method, List<ParameterModel> parameters, List<String> reads) {
  /** Copies the lists. */
  public SourceMethod {
    parameters = List.copyOf(parameters);
    reads = List.copyOf(reads);
  }
}
