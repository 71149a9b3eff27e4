package dev.crystallize.runtime.engine;

/**
 * A step, or what runs before the first one.
 *
 * @param name its name
 * @param position its place in the pipeline, from 0; {@link #BEFORE} for datasources
 */
public record StepRef(String name, int position) {

  /** The place of whatever is no step of the pipeline. */
  public static final int BEFORE = -1;

  /** A datasource. */
  public static StepRef before(String name) {
    return new StepRef(name, BEFORE);
  }
}
