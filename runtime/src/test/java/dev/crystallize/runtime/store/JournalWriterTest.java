package dev.crystallize.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {

  @TempDir private Path folder;

  @Test
  void aLineThatSomebodyWaitsForIsWrittenAtOnceWithWhatIsQueued() throws IOException {
    Path file = folder.resolve("journal");
    JournalWriter journal = new JournalWriter(file, new JournalFiles(JournalFiles::append));
    journal.append(line("first"), false);
    assertThat(file).doesNotExist();
    journal.append(line("second"), true);
    assertThat(file).hasContent("first\nsecond\n");
  }

  @Test
  void thirtyTwoLinesAreWrittenTogether() throws IOException {
    AtomicInteger writes = new AtomicInteger();
    Path file = folder.resolve("journal");
    JournalWriter journal =
        new JournalWriter(
            file,
            new JournalFiles(
                path ->
                    new FilterOutputStream(JournalFiles.append(path)) {
                      @Override
                      public void write(byte[] bytes) throws IOException {
                        writes.incrementAndGet();
                        out.write(bytes);
                      }
                    }));
    for (int i = 0; i < 64; i++) {
      journal.append(line("line " + i), false);
    }
    assertThat(writes).hasValue(2);
    assertThat(Files.readAllLines(file)).hasSize(64);
  }

  @Test
  void closingWritesWhatWaits() throws IOException {
    Path file = folder.resolve("journal");
    JournalWriter journal = new JournalWriter(file, new JournalFiles(JournalFiles::append));
    journal.append(line("last"), false);
    journal.close();
    assertThat(file).hasContent("last\n");
    assertThat(journal.closed()).isTrue();
  }

  @Test
  void afterAFailedWriteNothingIsWrittenAgain() throws IOException {
    Path file = folder.resolve("journal");
    JournalWriter journal =
        new JournalWriter(file, new JournalFiles(path -> new HalfOfTheSecond(path)));
    journal.append(line("whole"), true);
    assertThatThrownBy(() -> journal.append(line("half"), true)).hasMessage("disk full");
    assertThatThrownBy(() -> journal.append(line("after"), true))
        .isInstanceOf(IOException.class)
        .hasMessage("an earlier write to %s failed", file);
    assertThat(file).hasContent("whole\nha");
  }

  @Test
  void aHundredJournalsKeepAtMostSixtyFourFilesOpen() throws IOException {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    JournalFiles files =
        new JournalFiles(
            path -> {
              most.accumulateAndGet(open.incrementAndGet(), Math::max);
              return new FilterOutputStream(JournalFiles.append(path)) {
                @Override
                public void close() throws IOException {
                  open.decrementAndGet();
                  super.close();
                }
              };
            });
    List<JournalWriter> journals = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      journals.add(new JournalWriter(folder.resolve("journal" + i), files));
    }
    for (int round = 0; round < 3; round++) {
      for (JournalWriter journal : journals) {
        journal.append(line("round " + round), true);
      }
    }
    assertThat(most).hasValue(64);
    assertThat(folder.resolve("journal0")).hasContent("round 0\nround 1\nround 2\n");
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static final class HalfOfTheSecond extends OutputStream {
    private final OutputStream out;
    private int writes;

    HalfOfTheSecond(Path file) throws IOException {
      out = JournalFiles.append(file);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (++writes == 2) {
        out.write(bytes, 0, 2);
        throw new IOException("disk full");
      }
      out.write(bytes);
    }
  }
}
