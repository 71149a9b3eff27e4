package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import dev.crystallize.runtime.config.YamlNode.Style;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadingPropertiesTest {

  @Property(tries = 300)
  void everyPlaceIsWhereTheTokenStandsInTheText(@ForAll("documents") String yaml) {
    YamlDocument document = Reading.yaml(yaml);

    assertThat(Reading.headlines(document.diagnostics())).isEmpty();
    checkPlaces(document.root().orElseThrow(), yaml.lines().toList());
  }

  @Property(tries = 2000)
  void noTextEverThrowsAndEveryDiagnosticLiesInTheText(@ForAll("nearlyYaml") String yaml) {
    ConfigFile file = Reading.config(yaml);
    DiagnosticPrinter printer = new DiagnosticPrinter();

    for (Diagnostic diagnostic : file.diagnostics()) {
      Place place = diagnostic.place().orElseThrow();
      String line = file.source().line(place.line());
      assertThat(place.line()).isBetween(1, file.source().lineCount());
      assertThat(place.column()).isBetween(1, line.codePointCount(0, line.length()) + 1);
      assertThat(printer.print(diagnostic).split("\n", -1)).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Property(tries = 500)
  void theCaretStandsUnderTheCharacterAtThePlace(
      @ForAll("lines") String line, @ForAll("columns") int column) {
    int length = line.codePointCount(0, line.length());
    int at = Math.min(column, length);
    Diagnostic diagnostic =
        Diagnostic.of("e", Message.UNKNOWN_EXPERIMENT, "x")
            .at(new Place("p", 1, at), SourceText.of("p", line));
    String[] printed = new DiagnosticPrinter().print(diagnostic).split("\n", -1);

    assertThat(width(printed[2]) - 1)
        .isEqualTo(width("      1 | " + line.substring(0, line.offsetByCodePoints(0, at - 1))));
  }

  private static int width(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static void checkPlaces(YamlNode node, List<String> lines) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        checkPlaces(entry.key(), lines);
        checkPlaces(entry.value(), lines);
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> checkPlaces(item, lines));
    } else if (node instanceof Scalar scalar) {
      String line = lines.get(scalar.place().line() - 1);
      String rest = line.substring(line.offsetByCodePoints(0, scalar.place().column() - 1));
      String quote = scalar.style() == Style.QUOTED ? "\"" : "";
      assertThat(rest).startsWith(quote + scalar.text() + quote);
    }
  }

  /** Maps of maps, lists and scalars, in block and flow style, with comments between them. */
  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> entry =
        Combinators.combine(scalars(), scalars(), scalars(), Arbitraries.integers().between(0, 4))
            .as(ReadingPropertiesTest::entry);
    return entry
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .flatMap(
            entries ->
                Arbitraries.of("\n", "\r\n").map(end -> numbered(entries).replace("\n", end)));
  }

  /** Keys are numbered, so that none stands twice. */
  private static String numbered(List<String> entries) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      text.append("k").append(i).append(": ").append(entries.get(i)).append('\n');
    }
    return text.toString();
  }

  private static String entry(String one, String two, String three, int form) {
    return switch (form) {
      case 0 -> one + " # " + two;
      case 1 -> "[" + one + ",  " + two + ", " + three + "]";
      case 2 -> "{a: " + one + ", 😀: {b: " + two + "}}";
      case 3 -> "\n  - " + one + "\n  - é: " + two + "\n    x: " + three;
      default -> "&a !!str\n    " + quoted(one) + "\n# " + three;
    };
  }

  private static String quoted(String scalar) {
    return scalar.startsWith("\"") ? scalar : '"' + scalar + '"';
  }

  private static Arbitrary<String> scalars() {
    Arbitrary<String> words =
        Arbitraries.of("a", "é", "😀", "日", "z", "ß", "q", "𝒜")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(letters -> letters.stream().collect(Collectors.joining()));
    return Combinators.combine(words, Arbitraries.of(true, false))
        .as((word, inQuotes) -> inQuotes ? '"' + word + '"' : word);
  }

  /** Pieces that YAML gives a meaning to, strung together at random. */
  @Provide
  Arbitrary<String> nearlyYaml() {
    return Arbitraries.of(
            "a",
            "steps",
            "outputs",
            "treatments",
            "datasource",
            "name",
            ": ",
            ":",
            "- ",
            "-",
            "\n",
            "\n  ",
            "\n\t",
            " ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a ",
            "*a",
            "<<",
            "!!str ",
            "!x ",
            "!",
            "'",
            "\"",
            "|",
            ">",
            "#",
            " # c",
            "%",
            "@",
            "?",
            "? ",
            "---\n",
            "...\n",
            "~",
            "on",
            "012",
            "1_0",
            "12:30",
            "1e999",
            "0b1",
            "😀",
            "é",
            "\r",
            "\r\n",
            "\uFEFF",
            "\u0000",
            "\\",
            "\\x",
            "p#q",
            "\u2028",
            "\u0085",
            "0x",
            "+",
            ".inf",
            "\ud800")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of("a", "é", "日", "😀", "e\u0301", " ", "\t", "~")
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<Integer> columns() {
    return Arbitraries.integers().between(1, 60);
  }
}
