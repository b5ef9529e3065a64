package dev.demarche.topics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Dates as publishers write them. */
public final class PublicationDate {

  /** What {@link #read} takes, in words. */
  public static final String FORMS =
      "an ISO 8601 instant with Z or an offset (2025-05-13T12:00:00Z), a date (2025-05-13) or an RFC 1123 date "
          + "(Tue, 13 May 2025 12:00:00 GMT)";

  private static final int MAX_LENGTH = 64;
  private static final DateTimeFormatter OFFSET_WITHOUT_COLON = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]xx");
  private static final List<Function<String, Instant>> READERS = List.of(
      text -> OffsetDateTime.parse(text).toInstant(),
      text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
      text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
      text -> OffsetDateTime.parse(text, OFFSET_WITHOUT_COLON).toInstant());

  private PublicationDate() {}

  /**
   * The instant that {@code text} means; a date alone is the start of its day in UTC. Empty if it is none of {@link #FORMS} or out of
   * the years 1000 to 9999.
   */
  public static Optional<Instant> read(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    for (Function<String, Instant> reader : READERS) {
      try {
        Instant instant = reader.apply(trimmed);
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1000 && year <= 9999 ? Optional.of(instant) : Optional.empty();
      } catch (DateTimeException e) {
        // none of this form; the next one is tried
      }
    }
    return Optional.empty();
  }
}
