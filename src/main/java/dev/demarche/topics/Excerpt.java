package dev.demarche.topics;

/** Text from outside, cut and cleaned so that it can stand in a message and be written as UTF-8. */
final class Excerpt {
  private static final int VALUE = 100;

  private Excerpt() {}

  /** {@code value} in quotation marks, at most 100 code units of it. */
  static String quoted(String value) {
    return "\"" + of(value, VALUE) + "\"";
  }

  /** At most {@code limit} code units of {@code value}: a cut shows as an ellipsis, control characters and half pairs as U+FFFD. */
  static String of(String value, int limit) {
    if (value == null) {
      return null;
    }
    int end = value.length() <= limit ? value.length() : limit - 1;
    if (end < value.length() && end > 0 && Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    StringBuilder clean = new StringBuilder(end + 1);
    for (int i = 0, c; i < end; i += Character.charCount(c)) {
      c = value.codePointAt(i);
      boolean bad = c <= 0xFFFF && Character.isSurrogate((char) c) || Character.isISOControl(c) && c != '\n' && c != '\t';
      clean.appendCodePoint(bad ? 0xFFFD : c);
    }
    return end < value.length() ? clean.append('…').toString() : clean.toString();
  }

  /** Index of the first half of a surrogate pair that stands alone, or -1. Such text has no form in UTF-8. */
  static int loneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c) || i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Bytes that {@code value} takes in UTF-8; no lone surrogates in it. */
  static int utf8Length(String value) {
    int bytes = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
