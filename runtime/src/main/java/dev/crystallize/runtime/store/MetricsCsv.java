package dev.crystallize.runtime.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tools.jackson.core.io.NumberOutput;

/**
 * Metrics as a tidy table, one value a row: {@code experiment,condition,replicate,metric,value}.
 *
 * <p>Fields are quoted as RFC 4180 says where they need it, lines end in a line feed, the text is
 * UTF-8. Values are spelt as in our JSON files, and {@code NaN}, {@code Infinity} or {@code
 * -Infinity} where they are not finite. A replicate without a value has no row.
 */
public final class MetricsCsv {

  /** The file's name in a version folder. */
  public static final String FILE_NAME = "metrics.csv";

  private static final String HEADER = "experiment,condition,replicate,metric,value\n";

  /** How many characters are handed on at once. */
  private static final int CHUNK = 1 << 12;

  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  private final Appendable out;

  private MetricsCsv(Appendable out) {
    this.out = out;
  }

  /** What some experiments measured, by experiment and condition, is written to a text. */
  public static void write(Appendable out, Map<String, Map<String, ConditionResults>> experiments)
      throws IOException {
    out.append(HEADER);
    MetricsCsv table = new MetricsCsv(out);
    for (Map.Entry<String, Map<String, ConditionResults>> experiment : experiments.entrySet()) {
      for (Map.Entry<String, ConditionResults> condition : experiment.getValue().entrySet()) {
        table.rows(
            quoted(experiment.getKey()) + "," + quoted(condition.getKey()), condition.getValue());
      }
    }
  }

  /**
   * Writes a file whole.
   *
   * @throws StoreException if that fails
   */
  public static void write(Path file, Map<String, Map<String, ConditionResults>> experiments) {
    WholeFile.write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          write(text, experiments);
          text.flush();
        });
  }

  private void rows(String condition, ConditionResults results) throws IOException {
    List<String> metrics = results.metrics();
    List<String> names = metrics.stream().map(MetricsCsv::quoted).toList();
    StringBuilder rows = new StringBuilder();
    for (int replicate = 0; replicate < results.replicates(); replicate++) {
      for (int i = 0; i < metrics.size(); i++) {
        OptionalDouble value = results.value(metrics.get(i), replicate);
        if (value.isPresent()) {
          rows.append(condition).append(',').append(replicate).append(',');
          rows.append(names.get(i)).append(',');
          rows.append(NumberOutput.toString(value.getAsDouble(), true)).append('\n');
        }
      }
      if (rows.length() >= CHUNK) {
        out.append(rows);
        rows.setLength(0);
      }
    }
    out.append(rows);
  }

  private static String quoted(String field) {
    return QUOTED.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
