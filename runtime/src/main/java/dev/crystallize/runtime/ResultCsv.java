package dev.crystallize.runtime;

import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.MetricsCsv;
import dev.crystallize.runtime.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays metrics out for data frames. */
final class ResultCsv {

  private ResultCsv() {}

  static String of(Collection<Result> results) {
    StringBuilder text = new StringBuilder();
    try {
      MetricsCsv.write(text, measured(results));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return text.toString();
  }

  static void write(Collection<Result> results, Path file) {
    try {
      MetricsCsv.write(file, measured(results));
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, Map<String, ConditionResults>> measured(Collection<Result> results) {
    Map<String, Map<String, ConditionResults>> measured = new LinkedHashMap<>();
    results.forEach(result -> measured.put(result.name(), result.byCondition()));
    return measured;
  }
}
