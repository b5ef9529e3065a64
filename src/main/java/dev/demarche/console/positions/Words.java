package dev.demarche.console.positions;

import dev.demarche.domain.Act;
import dev.demarche.domain.Shift;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How acts, shifts and times are written on pages. */
public final class Words {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /** An act in lower case. */
  public static String of(Act act) {
    return act.name().toLowerCase(Locale.ROOT);
  }

  /** What has shifted. */
  public static String of(Shift.Kind kind) {
    return switch (kind) {
      case OPENED -> "was against, is for";
      case CLOSED -> "was for, is against";
      case DEMAND_DROPPED -> "has dropped a demand";
      case CONDITION_ADDED -> "now on a condition";
      case CONDITION_WITHDRAWN -> "no longer on a condition";
    };
  }

  /** A time to the minute, in UTC. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /** The day of a time, in UTC. */
  public static String day(Instant at) {
    return DAY.format(at);
  }

  /** {@code 1 report}, {@code 2 reports}. */
  public static String count(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }
}
