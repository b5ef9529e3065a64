package dev.demarche.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * From when on, as people write it: a time span back from now ("12h", "30d"), a day ("2026-05-01", from its beginning in UTC) or an instant.
 *
 * @param text as written
 * @param back how far back, or null where {@code from} is given
 * @param from or null
 */
record Since(String text, Duration back, Instant from) {
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

  /** The instant that is meant at {@code now}. */
  Instant at(Instant now) {
    return from != null ? from : now.minus(back);
  }

  /** Reads the value of an option. */
  static final class Converter implements ITypeConverter<Since> {
    @Override
    public Since convert(String text) {
      Matcher span = SPAN.matcher(text);
      if (span.matches()) {
        long number = Long.parseLong(span.group(1));
        return new Since(text, switch (span.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        }, null);
      }
      try {
        return new Since(text, null, text.indexOf('T') > 0 ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeException e) {
        throw new TypeConversionException("\"" + text + "\" is no time; write a span such as 12h or 30d, a day such as 2026-05-01, or 2026-05-01T08:00:00Z");
      }
    }
  }
}
