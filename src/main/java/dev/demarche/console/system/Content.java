package dev.demarche.console.system;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes from outside, so that people can look at them.
 *
 * @param bytes how many there are
 * @param utf8  whether they are UTF-8
 * @param text  the first 64 KB as text, what cannot be seen or turns the direction of writing named instead; null where they are no UTF-8
 * @param hex   the first 4 KB as hexadecimal digits, 16 a line; null where they are UTF-8
 * @param cut   whether there are more than are shown
 */
public record Content(int bytes, boolean utf8, String text, String hex, boolean cut) {
  private static final int SHOWN = 65_536;
  private static final int SHOWN_HEX = 4_096;
  private static final int LINE = 16;
  private static final int DELETE = 0x7F;

  /**
   * What {@code bytes} hold.
   *
   * @param part whether they are the beginning of more, so that the last character may lack its end
   */
  static Content of(byte[] bytes, boolean part) {
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult end = decoder.decode(ByteBuffer.wrap(bytes), chars, !part);
    if (end.isError()) {
      return new Content(bytes.length, false, null, hex(Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN_HEX))), bytes.length > SHOWN_HEX);
    }
    String text = chars.flip().toString();
    int shown = text.length() <= SHOWN ? text.length() : Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return new Content(bytes.length, true, visible(text.substring(0, shown)), null, part || shown < text.length());
  }

  /** The text with each character named by its number that cannot be seen. */
  static String visible(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (c == '\n' || c == '\t') {
        seen.appendCodePoint(c);
      } else if (hidden(c)) {
        seen.append(String.format("⟨U+%04X⟩", c));
      } else {
        seen.appendCodePoint(c);
      }
    });
    return seen.toString();
  }

  private static boolean hidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE || type == Character.SURROGATE || type == Character.UNASSIGNED;
  }

  private static String hex(byte[] bytes) {
    StringBuilder lines = new StringBuilder();
    for (int from = 0; from < bytes.length; from += LINE) {
      StringBuilder text = new StringBuilder();
      lines.append(String.format("%06x ", from));
      for (int i = from; i < from + LINE; i++) {
        lines.append(i < bytes.length ? String.format(" %02x", bytes[i]) : "   ");
        if (i < bytes.length) {
          text.append(bytes[i] >= ' ' && bytes[i] < DELETE ? (char) bytes[i] : '.');
        }
      }
      lines.append("  ").append(text).append('\n');
    }
    return lines.toString();
  }
}
