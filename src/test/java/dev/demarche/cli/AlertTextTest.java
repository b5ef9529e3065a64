package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.delivery.Alerts;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Span;
import dev.demarche.domain.TriggerRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTextTest {
  private static final Paint PLAIN = new Paint(false);
  private static final Alert ALERT = Alerts.alert("a1");

  private static String text(Alert alert) {
    return new AlertText(PLAIN).of(alert).replace(System.lineSeparator(), "\n");
  }

  @Test
  void aSilenceSaysWhoIsSilent() {
    assertThat(text(Alerts.silence("norland", null))).isEqualTo("""
        INFO      Who says no?
          norland is silent
          why      silence for 1d
          alert    s1, watch noes v7

        """);
  }

  @Test
  void aSilenceShowsWhatWasHeardLast() {
    assertThat(text(Alerts.silence("russia", ALERT))).contains("  Russia is silent\n  | «Moscow re»jected the offer",
        "source   example.org, 2026-01-05 12:00 UTC");
  }

  @Test
  void showsTheWordsThatMatched() {
    Matched text = new Matched(Matched.Clause.WORDS, Matched.In.TEXT, new Span(3, 8, "offer"));
    Matched title = new Matched(Matched.Clause.WORDS, Matched.In.TITLE, new Span(0, 5, "Talks"));
    Matched actor = new Matched(Matched.Clause.ACTORS, Matched.In.TEXT, new Span(0, 6, "Russia"));
    Alert alert = new Alert("a1", ALERT.state(), ALERT.trigger(), "e", "u", ALERT.watch(), "why not", List.of(actor, text, text, title), null, null,
        ALERT.finding(), ALERT.article(), ALERT.eventTime(), "publishedAt", "t-1", ALERT.firedAt());
    assertThat(text(alert)).contains("why      why not\n  words    offer, Talks (headline)\n");
  }

  @Test
  void anEpisodeShowsWhatWasCounted() {
    Counted one = new Counted("u", "Russia", "no, and no again", ALERT.article());
    Alert episode = new Alert("a1", ALERT.state(), TriggerRule.Kind.COUNT, "e", "u", ALERT.watch(), "2 utterances within 6h", null, null,
        List.of(one, one), ALERT.finding(), ALERT.article(), ALERT.eventTime(), "publishedAt", "t-1", ALERT.firedAt());
    assertThat(text(episode)).contains("why      2 utterances within 6h\n  counted  2026-01-05 12:00 UTC Russia: no, and no again  (example.org)\n");
  }

  @Test
  void aLineOfASilenceSaysWhy() {
    assertThat(new TailText(PLAIN).alert(Alerts.silence("russia", ALERT)).replace(System.lineSeparator(), "\n"))
        .isEqualTo("2026-01-06 12:00 UTC  INFO Who says no?: Russia is silent\n  silence for 1d");
  }

  @Test
  void aSilenceIsFoundByItsActorAndNotByWhatWasHeardLast() {
    assertThat(View.ALERTS.about().apply(Alerts.silence("russia", ALERT))).containsKey(Facet.ACTOR).doesNotContainKeys(Facet.ACT, Facet.PUBLISHER);
  }
}
