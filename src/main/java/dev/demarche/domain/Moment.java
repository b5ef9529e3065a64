package dev.demarche.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in time as people write it, or how far it is away. */
public final class Moment {
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

  private Moment() {}

  /**
   * A time span such as {@code 90s}, {@code 15m}, {@code 2h} or {@code 7d}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Duration span(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no time span; write a number with s, m, h or d, such as 90s or 2h");
    }
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /**
   * A point in time in ISO 8601, a day (its beginning, UTC), or a span before {@code now}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Instant before(String text, Instant now) {
    return SPAN.matcher(text).matches() ? now.minus(span(text)) : at(text);
  }

  /**
   * A point in time in ISO 8601, or a day.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Instant at(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no point in time; write 2026-03-01T12:00:00Z, a day, or a span such as 2h");
    }
  }
}
