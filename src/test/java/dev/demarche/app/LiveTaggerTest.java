package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Stance;
import dev.demarche.tagging.FakeTagger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveTaggerTest {
  private static final Article ARTICLE = new Article("a1", 1, null, null, null, "Norland REJECT Sudria ceasefire", null, null, null, null);

  private final Ticking clock = new Ticking();
  private final AtomicInteger made = new AtomicInteger();
  private final LiveTagger tagger = new LiveTagger((actors, issues) -> {
    made.incrementAndGet();
    return new FakeTagger(actors, issues);
  }, clock);

  private Stance stance() {
    return tagger.tag(ARTICLE).article().stances().get(0);
  }

  private static Actor actor(String id) {
    return new Actor(id, "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null);
  }

  @Test
  void isMadeOfWhatTheCataloguesHoldAtTheFirstArticle() {
    tagger.actors().put(actor("norland"), 0);
    tagger.issues().put(new Issue("ceasefire", "Ceasefire", "ceasefire"), 0);
    assertThat(stance().holderActor()).isEqualTo("norland");
    assertThat(stance().issues()).containsExactly("ceasefire");
    assertThat(made).hasValue(1);
  }

  @Test
  void followsAChangeAndARemoval() {
    assertThat(stance().holderActor()).isNull();
    tagger.actors().put(actor("norland"), 0);
    clock.pass(Duration.ofSeconds(1));
    assertThat(stance().holderActor()).isEqualTo("norland");
    tagger.actors().remove("norland");
    clock.pass(Duration.ofSeconds(1));
    assertThat(stance().holderActor()).isNull();
  }

  @Test
  void isNotMadeAnewWhileNothingChanges() {
    stance();
    clock.pass(Duration.ofHours(1));
    stance();
    assertThat(made).hasValue(1);
  }

  @Test
  void isMadeAnewOnceForAPackOfChangesAndNeverLosesTheLast() {
    stance();
    for (int i = 0; i < 1_000; i++) {
      tagger.actors().put(new Actor("a" + i, "A" + i, EntityType.PERSON, null, null, null, null, null, null, null, null), i);
      stance();
    }
    assertThat(made).hasValue(1);
    tagger.actors().put(actor("norland"), 1_000);
    clock.pass(Duration.ofMillis(250));
    assertThat(stance().holderActor()).isEqualTo("norland");
    assertThat(made).hasValue(2);
  }

  @Test
  void failsTheArticleAndTriesAgainWhereATaggerCannotBeMade() {
    LiveTagger failing = new LiveTagger((actors, issues) -> {
      if (made.incrementAndGet() == 1) {
        throw new IllegalStateException("no model");
      }
      return new FakeTagger(actors, issues);
    }, clock);
    assertThatThrownBy(() -> failing.tag(ARTICLE)).hasMessage("no model");
    assertThat(failing.tag(ARTICLE).article().stances()).hasSize(1);
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
