package dev.crystallize.runtime;

import dev.crystallize.runtime.HypothesisResult.Row;
import dev.crystallize.runtime.HypothesisResult.Sizes;
import dev.crystallize.runtime.config.Escapes;
import dev.crystallize.runtime.config.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays the tests of one hypothesis out for people. */
final class HypothesisText {

  private static final String INDENT = "  ";
  private static final String ROW = "    ";
  private static final double SMALL_P = 0.001;

  /** What Cohen calls a large effect (Statistical Power Analysis, 2nd ed., 1988, 2.2.3). */
  private static final double LARGE_EFFECT = 0.8;

  /** With fewer pairs no test of ranks or signs has a two-sided p-value below 0.05. */
  private static final int FEW = 6;

  /** What has a column of its own, is said in a note, or is left to the files. */
  private static final Set<String> NOT_REPEATED =
      Set.of(
          "p_value",
          "difference",
          "ci_low",
          "ci_high",
          "confidence",
          "effect",
          "effect_size",
          "detectable_effect",
          "statistic",
          "degrees_of_freedom",
          "standard_error",
          "method",
          "resamples",
          "pairs",
          "n_baseline",
          "n_treatment",
          "lost_pairs",
          "zeros",
          "non_finite");

  private final HypothesisResult hypothesis;

  private HypothesisText(HypothesisResult hypothesis) {
    this.hypothesis = hypothesis;
  }

  /** Returns the name, what was done, a row per test, and notes on what to keep in mind. */
  static String of(HypothesisResult hypothesis) {
    HypothesisText text = new HypothesisText(hypothesis);
    List<String> lines = new ArrayList<>();
    lines.add(text.title());
    if (!hypothesis.rows().isEmpty()) {
      lines.add(ROW + text.design());
      lines.add(text.table());
      text.notes().forEach(note -> lines.add(ROW + note));
    }
    return String.join("\n", lines);
  }

  private String title() {
    String title = INDENT + "hypothesis " + hypothesis.name();
    return hypothesis.name().equals(hypothesis.verifier())
        ? title
        : title + " (" + hypothesis.verifier() + ")";
  }

  private String design() {
    int tests = hypothesis.rows().size();
    String correction =
        hypothesis.correction() == Correction.NONE
            ? "p not adjusted"
            : "p adjusted by " + hypothesis.correction().title();
    Sizes sizes = hypothesis.rows().get(0).sizes();
    String replicates =
        sizes.planned() == sizes.replicates()
            ? counted(sizes.planned(), "replicate")
            : counted(sizes.planned(), "independent cluster")
                + " of "
                + counted(sizes.replicates(), "replicate");
    return (sameMetrics() ? metrics(hypothesis.rows().get(0)) + ": " : "")
        + counted(tests, "test")
        + (tests > 1 ? ", " + correction : "")
        + ", "
        + replicates
        + " per condition";
  }

  private boolean sameMetrics() {
    return hypothesis.rows().stream().map(Row::metrics).distinct().count() == 1;
  }

  private String table() {
    List<Column> columns = columns();
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::header).toList());
    for (Row row : hypothesis.rows()) {
      rows.add(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isNumber()) {
        numbers.add(i);
      }
    }
    return TextTable.of(rows, numbers.toArray(Integer[]::new));
  }

  private record Column(String header, boolean isNumber, Function<Row, String> cell) {}

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(ROW + "treatment", false, row -> ROW + row.treatment()));
    if (!sameMetrics()) {
      columns.add(new Column("metric", false, HypothesisText::metrics));
    }
    if (reported("difference")) {
      columns.add(new Column("difference", true, row -> number(row, "difference")));
    }
    if (reported("ci_low") && reported("ci_high")) {
      columns.add(new Column(intervalHeader(), false, HypothesisText::interval));
    }
    if (reported("effect_size")) {
      columns.add(new Column(effectHeader(), true, row -> number(row, "effect_size")));
    }
    columns.add(new Column("p", true, row -> p(row.pValue())));
    columns.add(new Column("adjusted", true, row -> p(row.pAdjusted())));
    columns.add(new Column("at " + level(), false, HypothesisText::verdict));
    return columns;
  }

  private boolean reported(String finding) {
    return hypothesis.rows().stream().anyMatch(row -> row.number(finding).isPresent());
  }

  private String level() {
    return common(row -> String.format(Locale.ROOT, "%.3g", row.level()), "").replaceAll("0+$", "");
  }

  private String intervalHeader() {
    return common(
        row ->
            row.number("confidence")
                .map(level -> String.format(Locale.ROOT, "%.4g", 100 * level))
                .map(text -> text.replaceAll("\\.?0+$", "") + " % interval")
                .orElse("interval"),
        "interval");
  }

  private String effectHeader() {
    return common(row -> String.valueOf(row.findings().getOrDefault("effect", "effect")), "effect");
  }

  /** What all rows that did not fail agree on, else the general word. */
  private String common(Function<Row, String> said, String general) {
    List<String> words =
        hypothesis.rows().stream()
            .filter(row -> row.error().isEmpty())
            .map(said)
            .distinct()
            .toList();
    return words.size() == 1 ? words.get(0) : general;
  }

  private static String metrics(Row row) {
    return String.join(", ", row.metrics());
  }

  private static String number(Row row, String finding) {
    return row.number(finding).map(NumberText::number).orElse("");
  }

  private static String interval(Row row) {
    return row.number("ci_low").isPresent() && row.number("ci_high").isPresent()
        ? "[" + number(row, "ci_low") + ", " + number(row, "ci_high") + "]"
        : "";
  }

  private static String p(double p) {
    return p < SMALL_P ? "<0.001" : NumberText.number(p);
  }

  /** The verdict, with what a verifier of the user's own has found besides. */
  private static String verdict(Row row) {
    if (row.error().isPresent()) {
      return "failed: " + Escapes.onOneLine(row.error().get());
    }
    String more =
        row.findings().entrySet().stream()
            .filter(finding -> !NOT_REPEATED.contains(finding.getKey()))
            .map(
                finding ->
                    INDENT + Escapes.onOneLine(finding.getKey() + " " + text(finding.getValue())))
            .collect(Collectors.joining());
    return row.verdict() + more;
  }

  private static String text(Object value) {
    return value instanceof Double number ? NumberText.number(number) : String.valueOf(value);
  }

  private Set<String> notes() {
    Set<String> notes = new LinkedHashSet<>();
    hypothesis.rows().forEach(row -> lost(row, notes));
    if (!notes.isEmpty()) {
      notes.add("failures are seldom random: without the lost replicates the rest may mislead");
    }
    hypothesis.rows().forEach(row -> nonFinite(row, notes));
    hypothesis.rows().forEach(row -> tooFew(row, notes));
    hypothesis.rows().forEach(row -> farTooFew(row, notes));
    if (!hypothesis.fixedInputs().isEmpty()) {
      notes.add("given one replicate of " + Suggestion.listed(hypothesis.fixedInputs()));
    }
    return notes;
  }

  private void nonFinite(Row row, Set<String> notes) {
    row.number("non_finite")
        .filter(count -> count > 0)
        .ifPresent(
            count -> notes.add(of(row) + counted(count.intValue(), "value") + " NaN or infinite"));
  }

  private void lost(Row row, Set<String> notes) {
    Sizes sizes = row.sizes();
    if (sizes.pairs() < sizes.planned()) {
      notes.add(
          (lostAlike(row) ? row.treatment() + ": " : of(row))
              + sizes.pairs()
              + " of "
              + counted(sizes.planned(), "pair")
              + "; numbers in "
              + sizes.baseline()
              + " of baseline and "
              + sizes.treatment()
              + " of "
              + row.treatment());
    }
  }

  /** Whether all metrics of the treatment lost as many, so that it need be said only once. */
  private boolean lostAlike(Row row) {
    return hypothesis.rows().stream()
        .filter(other -> other.treatment().equals(row.treatment()))
        .allMatch(other -> other.sizes().equals(row.sizes()));
  }

  private static void tooFew(Row row, Set<String> notes) {
    double detectable = row.number("detectable_effect").orElse(0.0);
    if (detectable > LARGE_EFFECT && Double.isFinite(detectable)) {
      notes.add(
          String.format(
              "%sonly effects (%s) of %s and more show in 4 of 5 runs",
              tooFew(row),
              row.findings().getOrDefault("effect", "effect"),
              NumberText.number(detectable)));
    }
  }

  /** For those to whom nothing more exact was said. */
  private static void farTooFew(Row row, Set<String> notes) {
    boolean said = notes.stream().anyMatch(note -> note.startsWith(tooFew(row)));
    if (smaller(row) < FEW && row.error().isEmpty() && !said) {
      notes.add(tooFew(row) + "hardly anything can be found");
    }
  }

  private static String tooFew(Row row) {
    return "too few replicates: with " + smaller(row) + ", ";
  }

  private static int smaller(Row row) {
    return Math.min(row.sizes().baseline(), row.sizes().treatment());
  }

  /** Which row a note speaks of. */
  private String of(Row row) {
    return row.treatment() + (sameMetrics() ? "" : ", " + metrics(row)) + ": ";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
