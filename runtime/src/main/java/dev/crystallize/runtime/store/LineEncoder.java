package dev.crystallize.runtime.store;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Makes journal lines, one after the other in the same memory. Not safe for use by several threads,
 * and not to be used again after it threw.
 */
final class LineEncoder {

  private final Buffer buffer = new Buffer();
  private final JsonGenerator json = JsonText.generator(buffer);

  /**
   * The bytes of an entry's line with its line feed.
   *
   * @throws IllegalArgumentException if the line would be longer than {@link JournalLine#LONGEST}
   */
  byte[] encode(JournalEntry entry) {
    buffer.reset();
    json.writeStartObject();
    if (entry instanceof JournalEntry.Committed committed) {
      JournalFormat.write(json, committed);
    } else if (entry instanceof JournalEntry.Failed failed) {
      JournalFormat.write(json, failed);
    } else if (entry instanceof JournalEntry.Define define) {
      JournalFormat.write(json, define);
    } else if (entry instanceof JournalEntry.Header header) {
      JournalFormat.write(json, header);
    } else if (entry instanceof JournalEntry.End end) {
      JournalFormat.write(json, end);
    }
    json.writeEndObject();
    json.flush();
    if (buffer.size() + JournalLine.TAIL > JournalLine.LONGEST) {
      throw new IllegalArgumentException(
          "what the task recorded takes "
              + buffer.size()
              + " bytes, more than "
              + JournalLine.LONGEST);
    }
    return buffer.sealed();
  }

  /** Lets the checksum be taken without a copy. */
  private static final class Buffer extends ByteArrayOutputStream {

    Buffer() {
      super(512);
    }

    /** The object with its checksum as the last member. */
    byte[] sealed() {
      int body = count - 1;
      byte[] line = new byte[body + JournalLine.TAIL + 1];
      System.arraycopy(buf, 0, line, 0, body);
      JournalLine.seal(line, body);
      return line;
    }
  }
}
