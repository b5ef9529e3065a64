package dev.demarche.alerting;

import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Fingerprint;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.WatchRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Writes a hit part by part; what is left out is Norland rejecting Sudria's offer, published on 3 March 2026 at noon. */
final class Reports {

  static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  static final String WORDS = "rejected the ceasefire offer of its eastern neighbour";

  private String article = "a1";
  private long watchVersion = 1;
  private String who = "Norland";
  private String whoActor = "norland";
  private Act act = Act.REJECT;
  private String target = "Sudria";
  private String words = WORDS;
  private String text = "one text";
  private String publisher = "gazette.example";
  private Instant published = NOON;
  private Instant received = NOON.plusSeconds(60);
  private TriggerRule trigger = TriggerRule.EVERY;
  private List<String> actors = List.of();

  static Reports report() {
    return new Reports();
  }

  Reports article(String id) {
    article = id;
    text = "a text of its own, " + id;
    return this;
  }

  Reports watchVersion(long version) {
    watchVersion = version;
    return this;
  }

  Reports who(String name, String id) {
    who = name;
    whoActor = id;
    return this;
  }

  Reports act(Act other) {
    act = other;
    return this;
  }

  Reports target(String name) {
    target = name;
    return this;
  }

  Reports words(String evidence) {
    words = evidence;
    return this;
  }

  Reports text(String whole) {
    text = whole;
    return this;
  }

  Reports publisher(String name) {
    publisher = name;
    return this;
  }

  Reports at(Instant time) {
    published = time;
    received = time.plusSeconds(60);
    return this;
  }

  Reports published(Instant time) {
    published = time;
    return this;
  }

  Reports received(Instant time) {
    received = time;
    return this;
  }

  Reports trigger(TriggerRule rule, String... named) {
    trigger = rule;
    actors = List.of(named);
    return this;
  }

  Hit hit() {
    Span evidence = new Span(10, 10 + words.length(), words);
    Finding finding = new Finding(Finding.Kind.STANCE, article + ":1:a0", who, whoActor, act, target, null, Set.of(), List.of(),
        List.of(evidence), evidence, 0.9);
    return new Hit(new WatchRef("offers", watchVersion, "Offers rejected", Severity.INFO), trigger, actors, "Norland (holder) REJECT", null, finding,
        new ArticleRef(article, 1, null, publisher, null, published, received, Fingerprint.of(text).encoded()), "test-1");
  }
}
