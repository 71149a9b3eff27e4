package dev.crystallize.runtime.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes decoded as UTF-8, without a byte order mark.
 *
 * @param text the text, up to the first byte that does not belong there
 * @param isWhole whether all bytes were UTF-8
 */
record Utf8(String text, boolean isWhole) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static Utf8 decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    boolean isWhole = !decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
    chars.flip();
    if (chars.hasRemaining() && chars.charAt(0) == BYTE_ORDER_MARK) {
      chars.get();
    }
    return new Utf8(chars.toString(), isWhole);
  }
}
