package dev.demarche.delivery;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.WatchRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Alerts for tests: Russia rejects something, unless said otherwise. */
public final class Alerts {
  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final String SENTENCE = "Moscow rejected the offer on Monday.";

  private Alerts() {}

  /** That people are told of one alert. */
  public static Notification told(String id) {
    return Notification.of(alert(id));
  }

  public static Alert alert(String id) {
    return alert(id, "russia-rejects", Severity.CRITICAL);
  }

  public static Alert alert(String id, String watch, Severity severity) {
    return alert(id, watch, severity, "Russia rejects something", SENTENCE, "A title", "https://example.org/a?b=1&c=2", "example.org");
  }

  /** An alert whose sentence, title, address and publisher are these; the first nine characters of the sentence are the evidence. */
  public static Alert saying(String name, String sentence, String title, String url, String publisher) {
    return alert("a1", "russia-rejects", Severity.CRITICAL, name, sentence, title, url, publisher);
  }

  private static Alert alert(String id, String watch, Severity severity, String name, String sentence, String title, String url, String publisher) {
    Finding finding = new Finding(Finding.Kind.STANCE, "x:1:a0", "Russia", "russia", Act.REJECT, null, null, Set.of("russia"), List.of("ceasefire", "peace-talks"),
        List.of(Span.of(sentence, 0, Math.min(9, sentence.length()))), Span.of(sentence, 0, sentence.length()), 0.5);
    ArticleRef article = new ArticleRef("x", 1, url, publisher, title, NOON, NOON, null);
    return new Alert(id, Alert.State.FIRING, "e", "u", new WatchRef(watch, 7, name, severity), "Russia (holder) REJECT", finding, article, NOON, "publishedAt",
        "t-1", NOON);
  }

  /** The silence of {@code actor} for a day, since {@code last}; or since the watch was put, where that is null. */
  public static Alert silence(String actor, Alert last) {
    Instant since = last == null ? NOON : last.eventTime();
    return new Alert("s1", Alert.State.FIRING, TriggerRule.Kind.SILENCE, "e", null,
        new WatchRef("noes", 7, "Who says no?", Severity.INFO), "silence for 1d", null, actor, null, last == null ? null : last.finding(),
        last == null ? null : last.article(), since.plusSeconds(86_400), null, null, since.plusSeconds(86_400));
  }
}
