package dev.crystallize.runtime.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The form of a journal's lines: a JSON object whose last member, {@code crc}, is the CRC32C of all
 * bytes before the comma in front of it, in hexadecimal.
 */
final class JournalLine {

  /** No line is longer, so that a reader never has to hold more than this. */
  static final int LONGEST = 1 << 28;

  private static final byte[] BEFORE_CRC = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int CRC_LENGTH = 8;

  /** How many bytes the checksum takes, without the line feed. */
  static final int TAIL = BEFORE_CRC.length + CRC_LENGTH + 2;

  private JournalLine() {}

  /**
   * The bytes of an entry's line with its line feed.
   *
   * @throws IllegalArgumentException if the line would be longer than {@link #LONGEST}
   */
  static byte[] encode(JournalEntry entry) {
    return new LineEncoder().encode(entry);
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

  /** Ends a line in its last bytes, which the checksum of those before takes. */
  static void seal(byte[] line, int body) {
    System.arraycopy(BEFORE_CRC, 0, line, body, BEFORE_CRC.length);
    byte[] crc = crc(line, body).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(crc, 0, line, body + BEFORE_CRC.length, CRC_LENGTH);
    line[body + TAIL - 2] = '"';
    line[body + TAIL - 1] = '}';
    line[body + TAIL] = '\n';
  }

  private static String crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
