package dev.crystallize.stats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What R computed: {@code reference.R} says how, {@code reference.tsv} is what it printed. */
final class Reference {

  private final Map<String, double[]> data;
  private final Map<String, Map<String, Double>> values;

  private Reference(List<String[]> lines) {
    data =
        lines.stream()
            .filter(line -> line[0].equals("data"))
            .collect(toMap(line -> line[1], line -> numbers(line[2])));
    values =
        lines.stream()
            .filter(line -> line[0].equals("value"))
            .collect(
                groupingBy(
                    line -> line[1],
                    TreeMap::new,
                    toMap(line -> line[2], line -> Double.parseDouble(line[3]))));
  }

  static Reference read() {
    try (InputStream in = Reference.class.getResourceAsStream("/reference/reference.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return new Reference(text.lines().map(line -> line.split("\t", -1)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double[] data(String name) {
    return Objects.requireNonNull(data.get(name), name).clone();
  }

  double value(String name, String quantity) {
    return values(name).get(quantity);
  }

  Map<String, Double> values(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** The cases whose name starts so. */
  Set<String> cases(String prefix) {
    Set<String> cases = new TreeSet<>(values.keySet());
    cases.removeIf(name -> !name.startsWith(prefix));
    return cases;
  }

  TwoSamples samples(String name) {
    return new TwoSamples(data(name + ".baseline"), data(name + ".treatment"));
  }

  Differences pairs(String name) {
    double[] before = data(name + ".baseline");
    double[] differences = data(name + ".treatment");
    Arrays.setAll(differences, i -> differences[i] - before[i]);
    return new Differences(differences, 0);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
