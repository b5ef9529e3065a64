package dev.demarche.delivery.text;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Side;
import dev.demarche.domain.Span;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What there is to tell of an alert: on one line each, without control characters, no longer than people read.
 *
 * @param id       of the alert
 * @param severity of the watch
 * @param watch    what the watch asks
 * @param headline who did what
 * @param passage  the sentence, in pieces; of a silence the last that was heard, or empty
 * @param reason   why it matches
 * @param title    of the article, or its id; where there is none, that there is none
 * @param url      of the article where it is one of http or https, else null
 * @param source   publisher and time; the time alone without an article
 */
public record Story(String id, Severity severity, String watch, String headline, List<Piece> passage, String reason, String title, String url,
                    String source) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NO_ARTICLE = "no article yet";
  private static final int LINE = 300;
  private static final int PASSAGE = 1_500;
  private static final int URL = 2_000;

  /**
   * A piece of the sentence.
   *
   * @param evidence whether it is among the words that prove it
   */
  public record Piece(String text, boolean evidence) {}

  public Story {
    passage = List.copyOf(passage);
  }

  /** The story of {@code alert}. */
  public static Story of(Alert alert) {
    ArticleRef article = alert.article();
    Finding finding = alert.finding();
    return new Story(alert.id(), alert.watch().severity(), line(alert.watch().name()), line(headline(alert)),
        finding == null ? List.of() : passage(finding.sentence(), finding.evidence()), line(alert.reason()),
        article == null ? NO_ARTICLE : line(article.title() == null ? article.id() : article.title()), article == null ? null : url(article.url()),
        (article == null ? "" : line(article.publisher() == null ? "publisher unknown" : article.publisher()) + ", ") + time(timeOf(alert)));
  }

  /** Of a silence when the last was said, where there is one. */
  private static Instant timeOf(Alert alert) {
    return alert.tellsSilence() && alert.article() != null ? alert.article().eventTime() : alert.eventTime();
  }

  private static String headline(Alert alert) {
    if (alert.tellsSilence()) {
      return alert.who() == null ? "silence" : alert.who() + " is silent";
    }
    return headline(alert.finding());
  }

  private static String headline(Finding finding) {
    String who = finding.who() == null ? "somebody" : finding.who();
    return switch (finding.kind()) {
      case STANCE -> who + ": " + finding.act() + (finding.target() == null ? "" : " towards " + finding.target());
      case STATEMENT -> who + " says";
      case CONDITION -> who + " sets a condition";
      case MENTION -> who + " is mentioned";
      case SHIFT -> who + " shifts from " + name(finding.shift().from()) + " to " + name(finding.shift().to());
    };
  }

  private static String name(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  /** The line that a subject or a notification shows. */
  public String subject() {
    return severity + ": " + watch + " (" + headline + ")";
  }

  /** The sentence as it stands. */
  public String sentence() {
    StringBuilder all = new StringBuilder();
    passage.forEach(piece -> all.append(piece.text()));
    return all.toString();
  }

  private static List<Piece> passage(Span sentence, List<Span> evidence) {
    int first = evidence.stream().mapToInt(Span::begin).min().orElse(sentence.begin());
    int begin = sentence.length() <= PASSAGE ? sentence.begin() : Math.max(sentence.begin(), Math.min(first - PASSAGE / 4, sentence.end() - PASSAGE));
    int end = Math.min(sentence.end(), begin + PASSAGE);
    List<Piece> pieces = new ArrayList<>();
    if (begin > sentence.begin()) {
      pieces.add(new Piece("\u2026", false));
    }
    for (int from = begin; from < end; ) {
      boolean inside = within(evidence, from);
      int to = from + 1;
      while (to < end && within(evidence, to) == inside) {
        to++;
      }
      pieces.add(new Piece(clean(sentence.text().substring(from - sentence.begin(), to - sentence.begin())), inside));
      from = to;
    }
    if (end < sentence.end()) {
      pieces.add(new Piece("\u2026", false));
    }
    return pieces;
  }

  private static boolean within(List<Span> spans, int offset) {
    return spans.stream().anyMatch(span -> span.begin() <= offset && offset < span.end());
  }

  private static String url(String text) {
    if (text == null || text.length() > URL) {
      return null;
    }
    try {
      URI uri = URI.create(text.strip());
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? uri.toASCIIString() : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String time(Instant instant) {
    return instant == null ? "time unknown" : TIME.format(instant);
  }

  static String line(String text) {
    return text == null ? "" : cut(clean(text).strip(), LINE);
  }

  /** {@code text} of at most {@code limit} code units; a cut shows as an ellipsis and parts no surrogate pair. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
    return text.substring(0, end).stripTrailing() + "\u2026";
  }

  /** Blank space as single blanks; what is not to be seen, turns the writing round or has no form in UTF-8 or XML becomes U+FFFD. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space) {
        int type = Character.getType(c);
        boolean bad = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE || type == Character.UNASSIGNED;
        clean.appendCodePoint(bad ? 0xFFFD : c);
      } else if (!blank) {
        clean.append(' ');
      }
      blank = space;
    }
    return clean.toString();
  }
}
