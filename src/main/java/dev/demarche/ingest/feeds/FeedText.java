package dev.demarche.ingest.feeds;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of an XML document to text. A byte order mark wins (RFC 7303, 3); then text beyond ASCII that is sound UTF-8 is UTF-8, whatever is
 * claimed, for no other encoding looks so by chance; then what the header claims, then what the document does; and what is left is
 * windows-1252. Pure.
 */
final class FeedText {
  private static final Pattern HEADER = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int HEAD = 512;

  private FeedText() {}

  static String of(String contentType, byte[] bytes) {
    Optional<Charset> mark = mark(bytes);
    if (mark.isPresent()) {
      String text = new String(bytes, mark.get());
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    List<Charset> claimed = new ArrayList<>();
    if (beyondAscii(bytes)) {
      claimed.add(StandardCharsets.UTF_8);
    }
    named(HEADER, contentType == null ? "" : contentType).ifPresent(claimed::add);
    named(DECLARED, new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)).ifPresent(claimed::add);
    claimed.add(StandardCharsets.UTF_8);
    for (Charset charset : claimed) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        // the claim is wrong
      }
    }
    return new String(bytes, WINDOWS);
  }

  private static Optional<Charset> mark(byte[] b) {
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    } else if (starts(b, 0xFE, 0xFF) || starts(b, 0, '<')) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return starts(b, 0xFF, 0xFE) || starts(b, '<', 0) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... head) {
    for (int i = 0; i < head.length; i++) {
      if (i >= bytes.length || (bytes[i] & 255) != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean beyondAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Charset> named(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    try {
      return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
