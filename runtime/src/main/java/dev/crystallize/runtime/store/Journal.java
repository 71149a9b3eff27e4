package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.End;
import dev.crystallize.runtime.store.JournalEntry.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a journal: its longest prefix of whole, valid lines.
 *
 * <p>A crash can leave half a line, a power cut zeros; what comes after the first line that is not
 * valid never counts.
 */
final class Journal {

  /** Small: most journals of a large graph hold a few lines. */
  private static final int BUFFER = 1 << 13;

  private Journal() {}

  /**
   * Passes on the entries of the longest valid prefix, which begins with a header.
   *
   * @param file the journal; nothing is passed on if there is none
   * @return the length of the prefix in bytes
   * @throws IOException if the file cannot be read
   */
  static long read(Path file, Consumer<JournalEntry> sink) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return read(in, sink);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Whether its last line says that the version is full; empty if it has no header. */
  static Optional<Boolean> full(Path file) throws IOException {
    Ending ending = new Ending();
    return read(file, ending) == 0 ? Optional.empty() : Optional.of(ending.full);
  }

  private static final class Ending implements Consumer<JournalEntry> {
    private boolean full;

    @Override
    public void accept(JournalEntry entry) {
      full = entry instanceof End end && end.full();
    }
  }

  /** The size of a journal with all that follows its valid part; 0 if there is none. */
  static long size(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .size();
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  static long read(InputStream in, Consumer<JournalEntry> sink) throws IOException {
    long length = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0 && line.size() < JournalLine.LONGEST; ) {
      int begin = 0;
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          line.write(buffer, begin, i - begin);
          begin = i + 1;
          Optional<JournalEntry> entry = entry(line.toByteArray());
          if (entry.isEmpty() || (length == 0 && !(entry.get() instanceof Header))) {
            return length;
          }
          sink.accept(entry.get());
          length += line.size() + 1L;
          line.reset();
        }
      }
      line.write(buffer, begin, n - begin);
      n = in.read(buffer);
    }
    return length;
  }

  private static Optional<JournalEntry> entry(byte[] line) {
    try {
      return JournalLine.open(line).map(JsonObject::parse).map(JournalFormat::read);
    } catch (JsonObject.Malformed | IllegalArgumentException | ArithmeticException e) {
      // The checksum fits and the content does not: written by something else, so it ends here.
      return Optional.empty();
    }
  }
}
