package dev.crystallize.runtime.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import tools.jackson.core.JsonGenerator;

/**
 * The form of a journal's lines: a JSON object whose last member, {@code crc}, is the CRC32C of all
 * bytes before the comma in front of it, in hexadecimal.
 */
final class JournalLine {

  /** No line is longer, so that a reader never has to hold more than this. */
  static final int LONGEST = 1 << 28;

  private static final byte[] BEFORE_CRC = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int CRC_LENGTH = 8;
  private static final int TAIL = BEFORE_CRC.length + CRC_LENGTH + 2;

  private JournalLine() {}

  /**
   * The bytes of an entry's line with its line feed.
   *
   * @throws IllegalArgumentException if the line would be longer than {@link #LONGEST}
   */
  static byte[] encode(JournalEntry entry) {
    Buffer buffer = new Buffer();
    JsonText.compact(buffer, json -> write(json, entry));
    if (buffer.size() + TAIL > LONGEST) {
      throw new IllegalArgumentException(
          "what the task recorded takes " + buffer.size() + " bytes, more than " + LONGEST);
    }
    return buffer.sealed();
  }

  /**
   * The JSON object of a line, its checksum taken off; empty if the line is not whole.
   *
   * @param line the bytes of the line without its line feed
   */
  static Optional<byte[]> open(byte[] line) {
    int body = line.length - TAIL;
    if (body < 2 || line[line.length - 1] != '}' || line[line.length - 2] != '"') {
      return Optional.empty();
    }
    for (int i = 0; i < BEFORE_CRC.length; i++) {
      if (line[body + i] != BEFORE_CRC[i]) {
        return Optional.empty();
      }
    }
    String written =
        new String(line, body + BEFORE_CRC.length, CRC_LENGTH, StandardCharsets.ISO_8859_1);
    if (!written.equals(crc(line, body))) {
      return Optional.empty();
    }
    byte[] object = new byte[body + 1];
    System.arraycopy(line, 0, object, 0, body);
    object[body] = '}';
    return Optional.of(object);
  }

  private static String crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static void write(JsonGenerator json, JournalEntry entry) {
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
  }

  /** Lets the checksum be taken without a copy. */
  private static final class Buffer extends ByteArrayOutputStream {

    Buffer() {
      super(512);
    }

    byte[] sealed() {
      count--;
      String crc = crc(buf, count);
      writeBytes(BEFORE_CRC);
      writeBytes(crc.getBytes(StandardCharsets.ISO_8859_1));
      write('"');
      write('}');
      write('\n');
      return toByteArray();
    }
  }
}
