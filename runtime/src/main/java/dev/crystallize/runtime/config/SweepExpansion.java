package dev.crystallize.runtime.config;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a treatment of every combination of the values of {@code sweep}. */
final class SweepExpansion {

  /** A run of more would not be looked through by anyone. */
  private static final BigInteger MOST = BigInteger.valueOf(1000);

  private static final int LONGEST = 100;
  private static final int DIGEST = 8;

  private final Findings findings;
  private final Set<String> taken = new HashSet<>();

  private SweepExpansion(Findings findings) {
    this.findings = findings;
  }

  /** One value of one key. */
  private record Point(Located<String> key, Value value, String label) {}

  /** Returns the configuration with the treatments of its sweep behind those that it declares. */
  static ExperimentConfig expand(ExperimentConfig config, Findings findings) {
    if (config.sweep().isEmpty() || findings.broken().contains(ConfigPart.SWEEP)) {
      return config;
    }
    BigInteger count = SweepPoints.combinations(config.sweep());
    if (count.compareTo(MOST) > 0) {
      findings.add(
          Message.TOO_MANY_TREATMENTS,
          config.sweep().get(0).key().place(),
          count.toString(),
          MOST.toString());
      findings.markBroken(ConfigPart.SWEEP);
      return config;
    }
    SweepExpansion expansion = new SweepExpansion(findings);
    List<List<Point>> axes = config.sweep().stream().map(expansion::points).toList();
    if (findings.broken().contains(ConfigPart.SWEEP)) {
      return config;
    }
    Set<String> declared =
        config.treatments().stream()
            .map(treatment -> treatment.name().value())
            .collect(Collectors.toUnmodifiableSet());
    List<TreatmentConfig> treatments = new ArrayList<>(config.treatments());
    for (List<Point> combination : combinations(axes)) {
      TreatmentConfig treatment = expansion.treatment(combination);
      if (declared.contains(treatment.name().value())) {
        expansion.report(treatment.name(), "a treatment of that name is declared");
      }
      treatments.add(treatment);
    }
    return config.withTreatments(treatments);
  }

  private List<Point> points(SweepAxis axis) {
    List<Value> values = SweepPoints.of(axis);
    List<String> labels = SweepLabel.of(values, axis.points() instanceof SweepAxis.Range);
    Set<String> seen = new HashSet<>();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      if (!seen.add(SweepLabel.exact(value))) {
        findings.add(
            Message.SWEPT_TWICE, value.place(), axis.key().value(), SweepLabel.exact(value));
        findings.markBroken(ConfigPart.SWEEP);
        return List.of();
      }
      points.add(new Point(axis.key(), value, labels.get(i)));
    }
    return points;
  }

  /** The last key varies fastest, as in nested loops. */
  private static List<List<Point>> combinations(List<List<Point>> axes) {
    List<List<Point>> combinations = List.of(List.of());
    for (List<Point> axis : axes) {
      List<List<Point>> longer = new ArrayList<>();
      for (List<Point> combination : combinations) {
        for (Point point : axis) {
          List<Point> extended = new ArrayList<>(combination);
          extended.add(point);
          longer.add(extended);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private TreatmentConfig treatment(List<Point> combination) {
    List<Setting> settings = new ArrayList<>();
    for (Point point : combination) {
      settings.add(new Setting(point.key(), point.value()));
    }
    Place place = combination.get(0).key().place();
    return new TreatmentConfig(new Located<>(name(combination), place), settings);
  }

  private String name(List<Point> combination) {
    String name = combination.stream().map(SweepExpansion::part).collect(Collectors.joining("+"));
    String shown = name.replaceFirst("^[_.]+", "").replaceFirst("[.]+$", "");
    if (shown.codePointCount(0, shown.length()) > LONGEST
        || !taken.add(Names.ignoringCase(shown))) {
      int most = Math.min(shown.length(), LONGEST - DIGEST - 1);
      int end = Character.isHighSurrogate(shown.charAt(most - 1)) ? most - 1 : most;
      shown = shown.substring(0, end) + "-" + digest(combination);
    }
    return shown;
  }

  private static String part(Point point) {
    return SweepLabel.fileSafe(point.key().value()) + "=" + SweepLabel.fileSafe(point.label());
  }

  private static String digest(List<Point> combination) {
    String text =
        combination.stream()
            .map(point -> point.key().value() + "=" + SweepLabel.exact(point.value()))
            .collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void report(Located<String> name, String reason) {
    findings.addUnlessReported(
        ConfigPart.SWEEP,
        findings.diagnostic(Message.TREATMENT_NAME, name.place(), name.value(), reason));
  }
}
