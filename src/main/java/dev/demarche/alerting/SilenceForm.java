package dev.demarche.alerting;

import dev.demarche.domain.Moment;
import dev.demarche.domain.Silence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A silence as somebody asks for it, in words; nothing is checked yet.
 *
 * @param matchers as in routes: {@code watch=russia-rejects}; blank ones are none
 * @param from     when it begins: {@code 2026-03-01} or {@code 2026-03-01T12:00:00Z}; null or blank: at once
 * @param span     how long: {@code 30m}, {@code 2h}, {@code 7d}; null or blank where {@code until} says it
 * @param until    when it ends, as {@code from}; null or blank where {@code span} says it
 * @param author   whose it is, or null
 * @param comment  why, or null
 */
public record SilenceForm(List<String> matchers, String from, String span, String until, String author, String comment) {
  private static final int ID = 8;

  /** What is wrong with one field of the form: the message says what, and after a semicolon how to mend it. */
  public static final class Fault extends IllegalArgumentException {
    private final String field;

    Fault(String field, String message) {
      super(message);
      this.field = field;
    }

    /** {@code matchers}, {@code from}, {@code for} or {@code until}. */
    public String field() {
      return field;
    }
  }

  public SilenceForm {
    matchers = matchers == null ? List.of() : matchers.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  /** An id that no silence has. */
  public static String newId() {
    return UUID.randomUUID().toString().substring(0, ID);
  }

  /**
   * The matchers.
   *
   * @throws Fault if there is none, or one is none
   */
  public List<Matcher> read() {
    if (matchers.isEmpty()) {
      throw new Fault("matchers", "there is no matcher, and it would silence everything; write one such as watch=russia-rejects");
    }
    return matchers.stream().map(text -> in("matchers", () -> Matcher.of(text))).toList();
  }

  /**
   * The silence that is asked for at {@code now}.
   *
   * @throws Fault naming the first field that something is wrong with
   */
  public Silence silence(String id, Instant now) {
    List<String> read = read().stream().map(Matcher::toString).toList();
    Instant begin = blank(from) ? now : in("from", () -> Moment.at(from.strip()));
    if (blank(span) == blank(until)) {
      throw new Fault("for", (blank(span) ? "it has no end" : "it has two ends") + "; say either for how long, such as 2h, or until when");
    }
    Instant end = blank(span) ? in("until", () -> Moment.at(until.strip())) : in("for", () -> begin.plus(Moment.span(span.strip())));
    if (!begin.isBefore(end)) {
      throw new Fault(blank(span) ? "until" : "for", "it ends at " + end + ", and begins at " + begin + "; name a later end");
    }
    return new Silence(id, read, begin, end, author, blank(comment) ? null : comment.strip());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static <T> T in(String field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new Fault(field, e.getMessage());
    }
  }
}
