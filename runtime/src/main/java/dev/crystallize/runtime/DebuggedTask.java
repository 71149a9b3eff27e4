package dev.crystallize.runtime;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one task gave that was run alone.
 *
 * @param task which one
 * @param metrics what it recorded, in order
 * @param folder the scratch folder that holds what it wrote, under the outputs' file names; it
 *     stays
 */
public record DebuggedTask(TaskId task, Map<String, Double> metrics, Path folder) {

  /** Copies the metrics and keeps their order. */
  public DebuggedTask {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** Returns the task, a line per metric with all digits, and the folder. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(task.toString());
    metrics.forEach((name, value) -> text.append("\n  ").append(name).append("  ").append(value));
    return text.append("\nscratch folder, kept: ").append(folder).toString();
  }
}
