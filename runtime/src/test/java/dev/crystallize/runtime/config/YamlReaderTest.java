package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import dev.crystallize.runtime.config.YamlNode.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  @Nested
  class Places {

    @Test
    void linesAndColumnsCountFromOne() {
      Mapping root = Reading.mapping("a:", "  b: c");

      assertThat(place(root.entries().get(0).key())).isEqualTo("1:1");
      assertThat(place(value(value(root, "a"), "b"))).isEqualTo("2:6");
    }

    @Test
    void aByteOrderMarkCountsAsNothing() {
      assertThat(place(value(Reading.mapping("\uFEFFa: b"), "a"))).isEqualTo("1:4");
    }

    @Test
    void carriageReturnsEndLinesAloneAndWithALineFeed() {
      Mapping root = Reading.mapping("a: 1\r\nb: 2\rc: 3");

      assertThat(place(value(root, "b"))).isEqualTo("2:4");
      assertThat(place(value(root, "c"))).isEqualTo("3:4");
    }

    @Test
    void columnsCountCodePoints() {
      Mapping root = Reading.mapping("é😀: \"x😀y\"", "😀: {k: v, \"😀\": w}");

      assertThat(place(value(root, "é😀"))).isEqualTo("1:5");
      assertThat(place(value(value(root, "😀"), "k"))).isEqualTo("2:8");
      assertThat(place(value(value(root, "😀"), "😀"))).isEqualTo("2:16");
    }

    @Test
    void aNodeStartsAfterItsAnchorAndTag() {
      Mapping root =
          Reading.mapping("a: &x !!str 1", "b: &y # comment", "  c: d", "e: &z", "  - 😀");

      assertThat(place(value(root, "a"))).isEqualTo("1:13");
      assertThat(place(value(root, "b"))).isEqualTo("3:3");
      assertThat(place(value(root, "e"))).isEqualTo("5:3");
    }

    @Test
    void styleIsKnownBehindCharactersOfSeveralBytes() {
      Mapping root = Reading.mapping("😀é: '1'", "b: 1", "c: \"1\"", "d: |", "  1", "e: >", "  1");

      assertThat(root.entries())
          .extracting(entry -> ((Scalar) entry.value()).style())
          .containsExactly(Style.QUOTED, Style.PLAIN, Style.QUOTED, Style.QUOTED, Style.QUOTED);
    }
  }

  @Nested
  class Documents {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "--- # nothing\n...\n"})
    void withoutContentThereIsAnEmptyMapping(String text) {
      YamlDocument document = Reading.yaml(text);

      assertThat(document.diagnostics()).isEmpty();
      assertThat(((Mapping) document.root().orElseThrow()).entries()).isEmpty();
    }

    @Test
    void aMarkerBeforeTheOnlyDocumentIsFine() {
      assertThat(Reading.yaml("%YAML 1.2", "---", "a: b", "...").diagnostics()).isEmpty();
    }

    @Test
    void aSecondDocumentIsReportedAtItsMarker() {
      assertThat(problems("a: 1", "---", "", "b: 2")).containsExactly("2:1 config-syntax");
      assertThat(problems("a: 1", "---", "")).containsExactly("2:1 config-syntax");
    }
  }

  @Nested
  class Syntax {

    @Test
    void aTabThatIndentsIsReportedWhereItStands() {
      YamlDocument document = Reading.yaml("a:", "\tb: 1");

      assertThat(Reading.places(document.diagnostics())).containsExactly("2:1 config-syntax");
      assertThat(document.diagnostics().get(0).headline())
          .isEqualTo("this is not YAML: a tab cannot indent; use spaces");
      assertThat(document.root()).isEmpty();
    }

    @Test
    void theProblemIsPlacedWhereItIsNotWhereTheLastTokenWas() {
      assertThat(problems("good: 1", "bad: b: c")).containsExactly("2:7 config-syntax");
      assertThat(problems("a: [1, 2", "b: 3")).containsExactly("2:2 config-syntax");
      assertThat(problems("a: @x")).containsExactly("1:4 config-syntax");
    }

    @Test
    void whatStoodBeforeASyntaxErrorIsReportedToo() {
      assertThat(problems("a: on", "b: b: c"))
          .containsExactly("1:4 config-quote", "2:5 config-syntax");
    }

    @Test
    void aKeyThatIsNoNameIsReported() {
      assertThat(problems("a: 1", "? [x]", ": 1")).containsExactly("2:3 config-syntax");
      assertThat(problems("a: &k x", "*k : 1")).containsExactly("2:1 config-syntax");
    }

    @Test
    void anEscapeThatTheTextCutsOffIsReportedAsThat() {
      assertThat(Reading.headlines(Reading.yaml("a: \"\\x").diagnostics()))
          .containsExactly("this is not YAML: an escape in a quoted text is not finished");
    }

    @Test
    void whatIsMissingAtTheVeryEndIsPlacedThere() {
      assertThat(Reading.places(Reading.config("? steps\n  \r").diagnostics()))
          .containsExactly("3:1 config-type");
    }

    @Test
    void aTagIsReportedUnlessItSaysString() {
      assertThat(problems("a: !!str 12", "b: ! 13")).isEmpty();
      assertThat(problems("a: !!python/object:os.system {}")).containsExactly("1:30 config-syntax");
    }

    @Test
    void aControlCharacterIsReportedWhereItStands() {
      assertThat(problems("a: 1", "b: x\u0007")).containsExactly("2:5 config-syntax");
    }

    @Test
    void bytesThatAreNotUtf8AreReportedWhereTheyStand() {
      YamlDocument document =
          new YamlReader().read("e", "e.yaml", "a: é\nb: é".getBytes(StandardCharsets.ISO_8859_1));

      assertThat(Reading.places(document.diagnostics())).containsExactly("1:4 config-unreadable");
    }

    @Test
    void aStreamThatFailsIsReported() {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("disk on fire");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
              throw new IOException("disk on fire");
            }
          };

      assertThat(Reading.headlines(new YamlReader().read("e", "e.yaml", broken).diagnostics()))
          .containsExactly("the file cannot be read: disk on fire");
    }
  }

  @Nested
  class Keys {

    @Test
    void aDuplicateIsReportedAtTheSecondPlaceAndTheFirstStands() {
      YamlDocument document = Reading.yaml("a: 1", "b: 2", "'a': 3");

      assertThat(Reading.places(document.diagnostics()))
          .containsExactly("3:1 config-duplicate-key");
      assertThat(document.diagnostics().get(0).headline())
          .isEqualTo("'a' is given twice, the first time in line 1");
      assertThat(text(value((Mapping) document.root().orElseThrow(), "a"))).isEqualTo("1");
    }

    @Test
    void onlyTheEntryThatStandsTwiceIsUnsound() {
      assertThat(Reading.mapping("a: 1", "b: 2", "a: 3").entries())
          .extracting(YamlNode.Entry::isSound)
          .containsExactly(false, true);
    }
  }

  @Nested
  class Aliases {

    @Test
    void anAliasStandsForItsAnchorAtTheOriginalPlace() {
      Mapping root = Reading.mapping("a: &x {k: v}", "b: *x", "c: &s text", "d: *s");

      assertThat(value(root, "b")).isEqualTo(value(root, "a"));
      assertThat(place(value(root, "b"))).isEqualTo("1:7");
      assertThat(text(value(root, "d"))).isEqualTo("text");
    }

    @Test
    void aKeyCanCarryAnAnchorWithoutTheMappingHavingIt() {
      Mapping root = Reading.mapping("&k key: v", "other: *k");

      assertThat(text(value(root, "other"))).isEqualTo("key");
    }

    @Test
    void theLaterOfTwoAnchorsOfOneNameCounts() {
      assertThat(text(value(Reading.mapping("a: &x 1", "b: &x 2", "c: *x"), "c"))).isEqualTo("2");
    }

    @Test
    void anUndefinedAliasIsReportedAndReadingGoesOn() {
      assertThat(problems("a: *nope", "b: *neither"))
          .containsExactly("1:4 config-syntax", "2:4 config-syntax");
    }

    @Test
    void anAliasInsideItsOwnAnchorIsReported() {
      assertThat(problems("a: &a [*a]")).containsExactly("1:8 config-syntax");
    }

    @Test
    void aMistakeBehindAnAnchorIsReportedOnce() {
      assertThat(problems("a: &x [on]", "b: *x", "c: *x")).containsExactly("1:8 config-quote");
    }
  }

  @Nested
  class Merging {

    @Test
    void explicitKeysWinWhereverTheyStand() {
      Mapping root =
          Reading.mapping("base: &b {x: 1, y: 2}", "a: {<<: *b, x: 3}", "c: {x: 4, <<: *b}");

      assertThat(text(value(value(root, "a"), "x"))).isEqualTo("3");
      assertThat(text(value(value(root, "a"), "y"))).isEqualTo("2");
      assertThat(text(value(value(root, "c"), "x"))).isEqualTo("4");
      assertThat(place(value(value(root, "a"), "y"))).isEqualTo("1:20");
    }

    @Test
    void ofAListOfMapsTheEarlierOnesWin() {
      Mapping root = Reading.mapping("a: &a {x: 1}", "b: &b {x: 2, y: 2}", "c: {<<: [*a, *b]}");

      assertThat(text(value(value(root, "c"), "x"))).isEqualTo("1");
      assertThat(text(value(value(root, "c"), "y"))).isEqualTo("2");
    }

    @Test
    void inQuotesItIsAKeyLikeAnyOther() {
      assertThat(text(value(Reading.mapping("'<<': x"), "<<"))).isEqualTo("x");
    }

    @Test
    void onlyMapsCanBeMerged() {
      assertThat(problems("<<: x")).containsExactly("1:5 config-type");
      assertThat(problems("<<: [{a: b}, c]")).containsExactly("1:14 config-type");
    }

    @Test
    void itStandsOnceInAMap() {
      assertThat(problems("a: &a {x: 1}", "<<: *a", "<<: *a"))
          .containsExactly("3:1 config-duplicate-key");
    }
  }

  @Nested
  class Limits {

    @Test
    void aFileOfTenMegabytesIsReadOnlyToTheLimit() throws IOException {
      try (ByteArrayInputStream content = new ByteArrayInputStream(new byte[10 << 20])) {
        YamlDocument document = new YamlReader().read("e", "e.yaml", content);

        assertThat(Reading.places(document.diagnostics())).containsExactly("1:1 config-too-large");
        assertThat(content.available()).isEqualTo((10 << 20) - (1 << 20) - 1);
      }
    }

    @Test
    void aFileOfExactlyOneMegabyteIsRead() {
      byte[] content = Reading.bytes("a: b #" + "x".repeat((1 << 20) - 6));

      assertThat(content).hasSize(1 << 20);
      assertThat(new YamlReader().read("e", "e.yaml", content).diagnostics()).isEmpty();
    }

    @Test
    void nestingStopsAtSixtyFourLevels() {
      assertThat(problems("[".repeat(64) + "]".repeat(64))).isEmpty();
      assertThat(problems("[".repeat(65) + "]".repeat(65)))
          .containsExactly("1:65 config-too-large");
      assertThat(problems("[".repeat(1 << 20))).containsExactly("1:65 config-too-large");
      assertThat(problems("{a: ".repeat(1 << 18))).containsExactly("1:257 config-too-large");
    }

    @Test
    void nestingCountsThroughAliases() {
      String[] lines = new String[70];
      lines[0] = "a0: &a0 []";
      for (int i = 1; i < lines.length; i++) {
        lines[i] = "a" + i + ": &a" + i + " [*a" + (i - 1) + "]";
      }

      assertThat(problems(lines)).hasSize(1).allMatch(problem -> problem.contains("too-large"));
    }

    @Test
    void aliasesThatMultiplyAreStoppedWhenTheyHaveGrownTooLarge() {
      String[] lines = new String[30];
      lines[0] = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]";
      for (int i = 1; i < lines.length; i++) {
        lines[i] = ("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]");
      }

      assertThat(problems(lines)).containsExactly("4:45 config-too-large");
    }

    @Test
    void tenThousandNodesAreRead() {
      assertThat(problems("[" + "x,".repeat(9_999) + "]")).isEmpty();
      assertThat(problems("[" + "x,".repeat(10_000) + "]"))
          .containsExactly("1:20000 config-too-large");
    }
  }

  private static List<String> problems(String... lines) {
    return Reading.places(Reading.yaml(lines).diagnostics());
  }

  private static YamlNode value(YamlNode node, String key) {
    return ((Mapping) node)
        .entries().stream()
            .filter(entry -> entry.key().text().equals(key))
            .findFirst()
            .orElseThrow()
            .value();
  }

  private static String text(YamlNode node) {
    return ((Scalar) node).text();
  }

  private static String place(YamlNode node) {
    assertThat(node).isInstanceOfAny(Mapping.class, Sequence.class, Scalar.class);
    return node.place().line() + ":" + node.place().column();
  }
}
