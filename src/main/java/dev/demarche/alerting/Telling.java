package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Of which alerts of a group people are told now, and of which they are not and why. Pure.
 *
 * @param tell of these
 * @param not  of these
 */
public record Telling(List<AlertLife> tell, List<Not> not) {
  private static final int MOST_CHARACTERS = 200_000;

  /** People are not told of an alert: {@code muted}, or null where somebody has taken it on already. */
  public record Not(AlertLife life, Muted muted) {}

  public Telling {
    tell = List.copyOf(tell);
    not = List.copyOf(not);
  }

  /** Decides on each of {@code lives}: told is what fires and is not muted. */
  public static Telling of(List<AlertLife> lives, Function<Alert, Optional<Muted>> mute) {
    List<AlertLife> tell = new ArrayList<>();
    List<Not> not = new ArrayList<>();
    for (AlertLife life : lives) {
      Optional<Muted> muted = life.state() == AlertLife.State.FIRING ? mute.apply(life.alert()) : Optional.empty();
      if (life.state() != AlertLife.State.FIRING || muted.isPresent()) {
        not.add(new Not(life, muted.orElse(null)));
      } else {
        tell.add(life);
      }
    }
    return new Telling(tell, not);
  }

  /** Ids of the alerts of which people are told, in order. */
  public List<String> ids() {
    return tell.stream().map(life -> life.alert().id()).toList();
  }

  /** What people are told of {@code group} now; of a repetition {@code repeat} is its number, else 0. */
  public Notification notification(Group group, int repeat, String reason, Instant now) {
    List<Alert> all = tell.stream().map(AlertLife::alert).toList();
    List<Alert> newest = new ArrayList<>();
    int characters = 0;
    for (int i = all.size() - 1; i >= 0 && newest.size() < Notification.MOST; i--) {
      characters += size(all.get(i));
      if (!newest.isEmpty() && characters > MOST_CHARACTERS) {
        break;
      }
      newest.add(0, all.get(i));
    }
    Severity severity = all.stream().map(alert -> alert.watch().severity()).max(Comparator.naturalOrder()).orElseThrow();
    int count = all.size() + (repeat == 0 ? group.dropped() : 0);
    return new Notification(group.notificationId(ids(), repeat), newest.get(newest.size() - 1).watch(), group.labels(), newest, count, repeat, reason,
        severity, now);
  }

  private static int size(Alert alert) {
    Finding finding = alert.finding();
    ArticleRef article = alert.article();
    return alert.counted().stream().mapToInt(counted -> counted.words().length()).sum()
        + (finding == null ? 0 : finding.sentence().length() + finding.evidence().stream().mapToInt(Span::length).sum())
        + (article == null ? 0 : (article.title() == null ? 0 : article.title().length()) + (article.url() == null ? 0 : article.url().length()));
  }
}
