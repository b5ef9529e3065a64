package dev.demarche.console.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Query parameters of a request; what is none of what it may be is refused with an {@link IllegalArgumentException} that says, behind a semicolon, what to
 * write.
 */
public record Parameters(Context context) {
  private static final int MOST = 500;
  private static final int USUAL = 50;
  private static final int FARTHEST = 1_000_000;

  /** A parameter; null where it is missing or blank. */
  public String text(String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The begin of a day, or a time; null where it is missing. */
  public Instant from(String name) {
    return time(name, Duration.ZERO);
  }

  /** The last moment of a day, or a time; null where it is missing. */
  public Instant to(String name) {
    return time(name, Duration.ofDays(1).minusMillis(1));
  }

  private Instant time(String name, Duration intoDay) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      return value.length() > "2026-01-01".length() ? Instant.parse(value) : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant().plus(intoDay);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " is \"" + value + "\"; write a day such as 2026-05-13 or a time such as 2026-05-13T12:00:00Z");
    }
  }

  /** One of an enumeration's names in any case; null where it is missing. */
  public <E extends Enum<E>> E one(String name, Class<E> of) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    List<E> all = Arrays.asList(of.getEnumConstants());
    return all.stream().filter(each -> each.name().equalsIgnoreCase(value)).findFirst().orElseThrow(() -> new IllegalArgumentException(name + " is \"" + value
        + "\"; write one of " + String.join(", ", all.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList())));
  }

  /** How many are asked for, 1 to 500; 50 where nothing is said. */
  public int limit() {
    return limit(USUAL);
  }

  /** How many are asked for, 1 to 500; {@code usual} where nothing is said. */
  public int limit(int usual) {
    return number("limit", 1, MOST, usual);
  }

  /** How many are passed over. */
  public int skip() {
    return number("skip", 0, FARTHEST, 0);
  }

  /** A whole number from {@code least} to {@code most}; {@code usual} where it is missing. */
  public int number(String name, int least, int most, int usual) {
    String value = text(name);
    if (value == null) {
      return usual;
    }
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(name + " is \"" + value + "\"; write a number from " + least + " to " + most);
    }
    return Integer.parseInt(value);
  }
}
