package dev.demarche.console.system;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as people read them. */
public final class Quantity {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String[] UNITS = {"KB", "MB", "GB", "TB"};
  private static final long STEP = 1024;

  private Quantity() {}

  /** With commas between thousands. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** How many of what; {@code noun} takes an s for more than one. */
  public static String of(long n, String noun) {
    return count(n) + " " + noun + (n == 1 ? "" : "s");
  }

  /** With as many digits as tell something. */
  public static String number(double value) {
    return String.format(Locale.ROOT, value == 0 ? "%.0f" : value < 1 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }

  /** In the unit that fits; a dash where it is less than 0, which is: not known. */
  public static String bytes(long bytes) {
    if (bytes < 0) {
      return "–";
    }
    if (bytes < STEP) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  /** The two largest units of a span. */
  public static String span(Duration span) {
    long days = span.toDays();
    if (days > 0) {
      return days + " d " + span.toHoursPart() + " h";
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toMinutes() > 0 ? span.toMinutes() + " min " + span.toSecondsPart() + " s" : span.toSeconds() + " s";
  }

  /** To the minute, in UTC. */
  public static String time(Instant instant) {
    return MINUTE.format(instant);
  }
}
