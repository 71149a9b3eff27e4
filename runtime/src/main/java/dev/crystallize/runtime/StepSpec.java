package dev.crystallize.runtime;

/**
 * Says what a step, datasource or verifier needs besides data. Given to the function that makes its
 * body, once, while the node is built.
 */
public final class StepSpec {

  /**
   * A parameter without a default.
   *
   * @param key the parameter's name in {@code config.yaml}
   * @param codec how its value is spelt
   * @return what to ask the {@link Context} for
   */
  public <P> Slot<P> param(String key, Codec<P> codec) {
    throw new UnsupportedOperationException();
  }

  /**
   * A parameter with a default.
   *
   * @param key the parameter's name in {@code config.yaml}
   * @param codec how its value is spelt
   * @param defaultValue the value as {@code config.yaml} would hold it: a text, number, truth value,
   *     list or map
   * @return what to ask the {@link Context} for
   */
  public <P> Slot<P> param(String key, Codec<P> codec, Object defaultValue) {
    throw new UnsupportedOperationException();
  }

  /**
   * Fixes a parameter for this use of the step, whatever the treatment.
   *
   * @param key the parameter's name
   * @param value the value as {@code config.yaml} holds it
   */
  public void fix(String key, Object value) {
    throw new UnsupportedOperationException();
  }

  /**
   * Says that a parameter of the step, an input or output, stands for another alias in this use of
   * the step: {@code {save_model: {model_blob: other_alias}}}.
   *
   * @param parameter the parameter's name in {@code config.yaml}
   * @param alias the alias of the input or output
   */
  public void bind(String parameter, String alias) {
    throw new UnsupportedOperationException();
  }

  /**
   * An output that this step writes.
   *
   * @param output the output, with its loader
   * @param fileName the file's name
   * @param writer how it is written
   * @return what to ask the {@link Context} for
   */
  public <T> OutputSlot<T> output(
      ArtifactRef<?> output, String fileName, ArtifactWriter<? super T> writer) {
    throw new UnsupportedOperationException();
  }
}
