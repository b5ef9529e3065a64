package dev.demarche.console.alerts;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Silence;
import dev.demarche.domain.Span;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.WatchRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** An archive with some alerts, and a desk that writes to it. */
final class MadeAlerts implements Desk {
  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  static final String HOSTILE = "\"><script>alert('x')</script>&amp;";

  final FilledIndex index = new FilledIndex();
  final Archive archive = index.archive();
  final List<Reaction> reactions = new ArrayList<>();
  final List<Silence> silences = new ArrayList<>();
  /** Whether what is written comes to the archive. */
  boolean comes = true;
  /** Whether the brokers take anything. */
  boolean takes = true;

  /** Alerts of each kind: two of one group, one that was acknowledged, one that counts, a silence, and a hostile one. */
  static MadeAlerts some() {
    MadeAlerts made = new MadeAlerts();
    made.fired("aaa1", "russia-rejects", "Russia rejects something", Severity.CRITICAL, "Russia", Act.REJECT, "Ukraine",
        "On Monday, Moscow rejected the offer of a ceasefire.", "Moscow rejected the offer", "rejected", "Moscow says no again", "news.example.org", 0);
    made.fired("aaa2", "russia-rejects", "Russia rejects something", Severity.CRITICAL, "Russia", Act.REJECT, null,
        "The ministry dismissed the plan as “a provocation”, and said that no talks would follow before the summer.", "dismissed the plan", "dismissed", "No talks before summer",
        "gazette.example", 600);
    made.fired("bbb1", "support", "Who supports a ceasefire?", Severity.INFO, "Turkey", Act.SUPPORT, "the proposal",
        "Ankara backs the proposal for a ceasefire.", "backs the proposal", null, null, null, 1200);
    made.react(List.of(new Reaction("support", "bbb1", Reaction.Action.ACKNOWLEDGE, "anna", NOON.plusSeconds(1300), "on it", null)));
    made.reactions.clear();
    made.fired("hhh1", "hostile", HOSTILE, Severity.WARNING, HOSTILE, Act.ACCUSE, HOSTILE, HOSTILE + " accuses " + HOSTILE, "accuses", "accuses", HOSTILE, HOSTILE, 300);
    made.counting();
    return made;
  }

  AlertLife fired(String id, String watch, String name, Severity severity, String who, Act act, String target, String sentence, String evidence, String word,
                  String title, String publisher, int seconds) {
    String text = "What came before. " + sentence + " What comes after. And more.";
    int begin = 18;
    int at = begin + sentence.indexOf(evidence);
    Finding finding = new Finding(Finding.Kind.STANCE, "art-" + id + ":1:a0", who, who.toLowerCase(), act, target, null, Set.of(who), List.of("ceasefire"),
        List.of(new Span(at, at + evidence.length(), evidence)), Span.of(text, begin, begin + sentence.length()), 0.9);
    ArticleRef article = new ArticleRef("art-" + id, 1, id.startsWith("h") ? "javascript:alert(1)" : "https://example.org/" + id, publisher, title, NOON, NOON, null);
    List<Matched> matched = word == null ? List.of() : List.of(new Matched(Matched.Clause.WORDS, Matched.In.TEXT,
        new Span(begin + sentence.indexOf(word), begin + sentence.indexOf(word) + word.length(), word)));
    Instant fired = NOON.plusSeconds(seconds);
    Alert alert = new Alert(id, Alert.State.FIRING, TriggerRule.Kind.EVERY, "e", "u", new WatchRef(watch, 7, name, severity), who + " (holder) " + act,
        matched, null, null, finding, article, NOON, "publishedAt", "t-1", fired);
    index.put(new TaggedArticle(article.id(), 1, article.url(), publisher, title, text, "en", NOON, NOON, null, 1, "t-1", List.of(),
        List.of(), List.of(), List.of()));
    AlertLife life = AlertLife.of(alert, "first report: nothing is known of this actor and act", fired)
        .grouped("actor=" + who.toLowerCase() + ", issue=ceasefire", "the first of its group; goes out at once", fired)
        .after(AlertLife.What.TOLD, id, "a new alert of a new group", fired);
    if (id.equals("aaa1")) {
      life = life.reported(new Reporting("u", new Reporting.Report("example.org", article.id(), null, title, NOON), NOON.plusSeconds(900), 4, 3, false,
          List.of("example.org", "gazette.example", "wire.example"), new Reporting.Drift(0.4, "Moscow turned the truce down", "wire.example")), fired);
      index.put(Shelves.NOTIFICATIONS, id, Notification.of(alert));
      index.put(Shelves.DELIVERIES, id + "|desk", new Delivery(id, "desk", watch, severity, "the route", Delivery.Status.DELIVERED, 1, null, "200", fired,
          fired.plusSeconds(1), false, 0, 1));
      index.put(Shelves.DELIVERIES, id + "|mail", new Delivery(id, "mail", watch, severity, "the route", Delivery.Status.PENDING, 2, fired.plusSeconds(1800),
          "421 busy", fired, fired.plusSeconds(320), false, 0, 1));
    }
    index.put(Shelves.ALERTS, id, life);
    return life;
  }

  private void counting() {
    AlertLife life = fired("ccc1", "burst", "Who protests more than usual?", Severity.WARNING, "Georgia", Act.PROTEST, null, "Crowds protested in Tbilisi on Friday.", "protested", null,
        "Crowds in Tbilisi", "wire.example", 60);
    Alert alert = life.alert();
    ArticleRef article = alert.article();
    Alert counts = new Alert("ccc1", alert.state(), TriggerRule.Kind.COUNT, "e", "u", alert.watch(), "3 utterances within 6h; the last: Georgia (holder) PROTEST", List.of(), null,
        List.of(new Counted("u1", "Georgia", "Crowds protested on Wednesday", article), new Counted("u2", null, "thousands marched", article),
            new Counted("u3", "Georgia", "Crowds protested in Tbilisi on Friday", article)), alert.finding(), article, NOON, "publishedAt", "t-1", alert.firedAt());
    index.put(Shelves.SILENCES, "s1", new Silence("s1", List.of("watch=\"burst\""), NOON.minusSeconds(60), NOON.plusSeconds(7200), "bob", "the summit"));
    index.put(Shelves.SILENCES, "s0", new Silence("s0", List.of("actor=\"nobody\""), NOON.minusSeconds(600), NOON.minusSeconds(60), null, HOSTILE));
    index.put(Shelves.INHIBITIONS, "outage", new Inhibition("outage", List.of("watch=war"), List.of("severity=info"), List.of("actor"), Duration.ofHours(2), HOSTILE));
    index.put(Shelves.ALERTS, "ccc1", AlertLife.of(counts, "the rule holds", NOON.plusSeconds(60)).grouped("actor=georgia", "the first", NOON.plusSeconds(60))
        .after(AlertLife.What.SUPPRESSED, "s1", "silenced until 2026-01-05T14:00:00Z by bob: the summit", NOON.plusSeconds(60)));
  }

  @Override
  public void react(Collection<Reaction> written) {
    refuse();
    reactions.addAll(written);
    if (comes) {
      written.forEach(one -> index.put(Shelves.ALERTS, one.alert(), archive.shelf(Shelves.ALERTS).get(one.alert()).orElseThrow().after(one, one.at())));
    }
  }

  @Override
  public void put(Silence silence) {
    refuse();
    silences.add(silence);
    if (comes) {
      index.put(Shelves.SILENCES, silence.id(), silence);
    }
  }

  private void refuse() {
    if (!takes) {
      throw new IllegalStateException("no broker answers");
    }
  }
}
