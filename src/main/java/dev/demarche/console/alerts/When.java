package dev.demarche.console.alerts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as pages show it.
 *
 * @param iso  for machines
 * @param text for people, in UTC
 */
public record When(String iso, String text) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** To the minute; null of null. */
  static When of(Instant at) {
    return at == null ? null : new When(at.toString(), MINUTE.format(at));
  }

  /** To the second; null of null. */
  static When exact(Instant at) {
    return at == null ? null : new When(at.toString(), SECOND.format(at));
  }
}
