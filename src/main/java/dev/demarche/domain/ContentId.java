package dev.demarche.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids made from what they name, so that the same thing has the same id whoever meets it, and however often. */
public final class ContentId {
  private static final int LENGTH = 32;

  private ContentId() {}

  /** The first 32 hexadecimal digits of the SHA-256 of the parts, joined by line ends. */
  public static String of(String... parts) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
