package dev.demarche.ingest.web;

import dev.demarche.topics.PublicationDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds and pages write them, however far from the standard: without a zone (then UTC), with the zone's name, with a wrong weekday,
 * with two digits for the year, with months in the languages around, as seconds since 1970. What may mean two dates (03/04/2025) means none.
 */
public final class LooseDate {
  private static final Pattern WORDS = Pattern.compile(
      "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(?:de\\s+)?(\\p{L}{3,})\\.?,?[\\s-]+(?:de\\s+)?(\\d{4}|\\d{2})\\b,?(?:\\s+(?:at\\s+)?"
          + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:\\.\\d+)?)?\\s*([ap]\\.?m\\.?)?)?\\s*(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST = Pattern.compile(
      "(?:\\p{L}+day,?\\s+|\\p{L}{3},?\\s+)?(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b,?(?:\\s+(?:at\\s+)?"
          + "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([ap]\\.?m\\.?)?)?\\s*(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile(
      "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?\\s*(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC?)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?:\\s*\\(.*\\))?");
  private static final Map<String, Integer> ZONES = Map.ofEntries(Map.entry("", 0), Map.entry("Z", 0), Map.entry("GMT", 0), Map.entry("UT", 0),
      Map.entry("UTC", 0), Map.entry("WET", 0), Map.entry("BST", 60), Map.entry("WEST", 60), Map.entry("CET", 60), Map.entry("MEZ", 60),
      Map.entry("CEST", 120), Map.entry("MESZ", 120), Map.entry("EET", 120), Map.entry("EEST", 180), Map.entry("MSK", 180),
      Map.entry("EST", -300), Map.entry("EDT", -240), Map.entry("ET", -300), Map.entry("CST", -360), Map.entry("CDT", -300),
      Map.entry("MST", -420), Map.entry("MDT", -360), Map.entry("PST", -480), Map.entry("PDT", -420), Map.entry("JST", 540), Map.entry("SGT", 480));
  private static final List<String> MONTHS = List.of("jan|gen|ene", "feb|fév|fev", "mar|mär|maa|mrz", "apr|avr|abr", "may|mai|mag|mei", "jun|juin|giu",
      "jul|juil|lug", "aug|aoû|aou|ago", "sep|set", "oct|okt|ott|out", "nov", "dec|dez|déc|dic");
  private static final int MAX_LENGTH = 80;

  private LooseDate() {}

  /** The instant that {@code text} means, if it means one of the years 1000 to 9999. */
  public static Optional<Instant> read(String text) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String trimmed = text.strip().replace('\u00a0', ' ');
    Optional<Instant> exact = PublicationDate.read(trimmed);
    if (exact.isPresent()) {
      return exact;
    }
    try {
      if (trimmed.matches("\\d{10}|\\d{13}")) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(trimmed) * (trimmed.length() == 10 ? 1000 : 1)));
      }
      Matcher m = DIGITS.matcher(trimmed);
      if (m.matches()) {
        return at(number(m, 1), number(m, 2), number(m, 3), m.group(4), m.group(5), m.group(6), null, m.group(7));
      }
      m = WORDS.matcher(trimmed);
      if (m.matches()) {
        return at(year(m.group(3)), month(m.group(2)), number(m, 1), m.group(4), m.group(5), m.group(6), m.group(7), m.group(8));
      }
      m = MONTH_FIRST.matcher(trimmed);
      return m.matches() ? at(number(m, 3), month(m.group(1)), number(m, 2), m.group(4), m.group(5), m.group(6), m.group(7), m.group(8))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> at(int year, int month, int day, String hour, String minute, String second, String half, String zone) {
    Integer offset = offset(zone.strip());
    if (month == 0 || offset == null || year < 1000) {
      return Optional.empty();
    }
    int h = hour == null ? 0 : Integer.parseInt(hour);
    if (half != null) {
      h = h % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    boolean midnight = h == 24;
    int s = second == null ? 0 : Math.min(59, Integer.parseInt(second));
    LocalDateTime time = LocalDateTime.of(year, month, day, midnight ? 0 : h, minute == null ? 0 : Integer.parseInt(minute), s);
    return Optional.of((midnight ? time.plusDays(1) : time).toInstant(ZoneOffset.UTC).minusSeconds(offset * 60L));
  }

  private static Integer offset(String zone) {
    Integer named = ZONES.get(zone.toUpperCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    Matcher m = OFFSET.matcher(zone);
    if (!m.matches()) {
      return null;
    }
    int minutes = Integer.parseInt(m.group(2)) * 60 + (m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
    return minutes > 18 * 60 ? null : m.group(1).equals("-") ? Integer.valueOf(-minutes) : Integer.valueOf(minutes);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int year(String text) {
    int year = Integer.parseInt(text);
    return text.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
  }

  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      for (String start : MONTHS.get(i).split("\\|")) {
        if (lower.startsWith(start)) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
