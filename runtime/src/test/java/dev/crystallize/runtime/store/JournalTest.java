package dev.crystallize.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.JournalEntry.Define;
import dev.crystallize.runtime.store.JournalEntry.End;
import dev.crystallize.runtime.store.JournalEntry.Failed;
import dev.crystallize.runtime.store.JournalEntry.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

  private static final Header HEADER =
      new Header(
          "producer",
          "0123456789abcdef",
          "ab".repeat(32),
          -7,
          3,
          List.of("baseline", "high_lr"),
          3,
          List.of("baseline", "high_lr", "low_lr"),
          true,
          List.of(new StoredOutput("summary", "summary.json", "produce_summary")),
          List.of(0, 1, 0));

  private static final List<JournalEntry> ENTRIES =
      List.of(
          HEADER,
          new Define(0, new Definition("parameters", "{\"rate\":0.1}")),
          task(Map.of("total", 6.0)),
          new Failed("high_lr", 1, 2, Optional.of("fit"), "java.lang.Error", "no\nluck \u00e9"),
          new Failed("high_lr", 2, 1, Optional.empty(), "java.lang.Error", ""),
          new End(false));

  @Test
  void everyEntryIsReadAsItWasWritten() throws IOException {
    assertThat(read(bytes(ENTRIES))).isEqualTo(ENTRIES);
  }

  @Test
  void aJournalCutAnywhereIsReadAsItsLongestValidPrefix() throws IOException {
    byte[] whole = bytes(ENTRIES);
    for (int length = 0; length <= whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      int lines = 0;
      int prefix = 0;
      while (lines < ENTRIES.size() && prefix + line(lines).length <= length) {
        prefix += line(lines++).length;
      }
      List<JournalEntry> entries = new ArrayList<>();
      assertThat(Journal.read(new ByteArrayInputStream(cut), entries::add)).isEqualTo(prefix);
      assertThat(entries).isEqualTo(ENTRIES.subList(0, lines));
    }
  }

  @Test
  void aChangedByteAnywhereEndsTheJournalBeforeItsLine() throws IOException {
    byte[] whole = bytes(ENTRIES);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      List<JournalEntry> entries = read(changed);
      assertThat(entries).hasSizeLessThan(ENTRIES.size());
      assertThat(entries).isEqualTo(ENTRIES.subList(0, entries.size()));
    }
  }

  @Test
  void zerosAfterAPowerCutEndTheJournal() throws IOException {
    ByteArrayOutputStream torn = new ByteArrayOutputStream();
    torn.writeBytes(JournalLine.encode(HEADER));
    torn.writeBytes(new byte[4096]);
    torn.writeBytes(JournalLine.encode(new End(true)));
    assertThat(read(torn.toByteArray())).containsExactly(HEADER);
  }

  @Test
  void aJournalThatDoesNotBeginWithAHeaderIsNone() throws IOException {
    assertThat(read(bytes(ENTRIES.subList(1, ENTRIES.size())))).isEmpty();
  }

  @Test
  void aLineOfAnUnknownKindEndsTheJournal() throws IOException {
    ByteArrayOutputStream journal = new ByteArrayOutputStream();
    journal.writeBytes(JournalLine.encode(HEADER));
    byte[] end = JournalLine.encode(new End(true));
    journal.writeBytes(
        new String(end, StandardCharsets.UTF_8)
            .replace("end", "eve")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(read(journal.toByteArray())).containsExactly(HEADER);
  }

  /** A journal may have come from anywhere; what its names become are paths. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"summary\":[\"produce_summary\",\"../../outside.json\"]}",
        "{\"summary\":[\"produce_summary\",\"/etc/passwd\"]}",
        "{\"summary\":[\"produce_summary\",\"aux.txt\"]}",
        "{\"summary\":[\"../../outside\",\"summary.json\"]}",
        "{\"../summary\":[\"produce_summary\",\"summary.json\"]}"
      })
  void aHeaderWhoseNamesLeadOutOfTheirFolderIsNone(String outputs) throws IOException {
    String line = new String(JournalLine.encode(HEADER), StandardCharsets.UTF_8);
    String written = "{\"summary\":[\"produce_summary\",\"summary.json\"]}";
    assertThat(line).contains(written);
    byte[] object =
        line.substring(0, line.length() - JournalLine.TAIL - 1)
            .replace(written, outputs)
            .getBytes(StandardCharsets.UTF_8);
    byte[] planted = Arrays.copyOf(object, object.length + JournalLine.TAIL + 1);
    JournalLine.seal(planted, object.length);

    assertThat(read(planted)).isEmpty();
  }

  @Test
  void anAbsentJournalIsEmpty(@TempDir Path folder) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    assertThat(Journal.read(folder.resolve("none"), entries::add)).isZero();
    assertThat(entries).isEmpty();
  }

  @Test
  void aLineIsJsonWithItsChecksumAtTheEnd() {
    assertThat(new String(JournalLine.encode(new End(true)), StandardCharsets.UTF_8))
        .matches("\\{\"line\":\"end\",\"full\":true,\"crc\":\"[0-9a-f]{8}\"}\n");
  }

  @Property(tries = 2000)
  void metricsComeBackBitForBit(@ForAll long bits) throws IOException {
    double value = Double.longBitsToDouble(bits);
    Committed written = task(Map.of("metric", value));
    Committed read = (Committed) read(bytes(List.of(HEADER, written))).get(1);
    Double metric = read.measures().metrics().get("metric");
    assertThat(Double.doubleToLongBits(metric)).isEqualTo(Double.doubleToLongBits(value));
  }

  @Property(tries = 500)
  void namesOfAnyTextComeBack(@ForAll String name) throws IOException {
    Committed written = task(Map.of(name, 1.0));
    assertThat(read(bytes(List.of(HEADER, written)))).containsExactly(HEADER, written);
  }

  @Test
  void aMessageWithHalfACharacterDoesNotEndTheJournal() throws IOException {
    Failed failed = new Failed("baseline", 0, 1, Optional.of("\udc00"), "Error", "half \ud800");
    assertThat(read(bytes(List.of(HEADER, failed, new End(false)))))
        .containsExactly(
            HEADER,
            new Failed("baseline", 0, 1, Optional.of("?"), "Error", "half ?"),
            new End(false));
  }

  @Test
  void namesKeepTheirOrder() throws IOException {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("z", 1.0);
    metrics.put("a", Double.NEGATIVE_INFINITY);
    metrics.put("m", -0.0);
    Committed read = (Committed) read(bytes(List.of(HEADER, task(metrics)))).get(1);
    assertThat(read.measures().metrics()).containsExactlyEntriesOf(metrics);
  }

  @Test
  void aJournalIsReadFromItsFile(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("_journal.jsonl"), bytes(ENTRIES));
    List<JournalEntry> entries = new ArrayList<>();
    assertThat(Journal.read(file, entries::add)).isEqualTo(Files.size(file));
    assertThat(entries).isEqualTo(ENTRIES);
  }

  private static Committed task(Map<String, Double> metrics) {
    return new Committed(
        "baseline",
        2,
        1,
        new TaskMeasures(
            metrics,
            Map.of("loss", new MetricSeries(new long[] {0, 1}, new double[] {0.5, Double.NaN}))),
        List.of(new ArtifactEntry("summary", 1L << 40, "cd".repeat(32), 1_700_000_000_123L)),
        Optional.of("ef".repeat(32)),
        Map.of("upstream", 4),
        List.of(0),
        Map.of("produce_summary", 125L),
        OptionalInt.of(3));
  }

  private static byte[] line(int entry) {
    return JournalLine.encode(ENTRIES.get(entry));
  }

  private static byte[] bytes(List<JournalEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.forEach(entry -> bytes.writeBytes(JournalLine.encode(entry)));
    return bytes.toByteArray();
  }

  private static List<JournalEntry> read(byte[] journal) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    Journal.read(new ByteArrayInputStream(journal), entries::add);
    return entries;
  }
}
