package dev.demarche.app;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Tagging;
import dev.demarche.pipeline.CatalogueListener;
import dev.demarche.tagging.Tagger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A tagger that follows the catalogues as they change. It is made anew at the first article after a change, at most four times a second, so that
 * a pack of a thousand actors does not make it a thousand times. Safe for use by several threads.
 */
final class LiveTagger implements Tagger {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final BiFunction<Collection<Actor>, Collection<Issue>, Tagger> maker;
  private final Clock clock;
  private final Map<String, Actor> actors = new ConcurrentSkipListMap<>();
  private final Map<String, Issue> issues = new ConcurrentSkipListMap<>();
  private final AtomicLong changes = new AtomicLong(1);
  private volatile Made made = new Made(null, 0, Instant.MIN);

  /** A tagger, which catalogue it was made from, and when. */
  private record Made(Tagger tagger, long changes, Instant at) {}

  /** @param maker makes a tagger from the actors and issues of the catalogues */
  LiveTagger(BiFunction<Collection<Actor>, Collection<Issue>, Tagger> maker, Clock clock) {
    this.maker = maker;
    this.clock = clock;
  }

  @Override
  public Tagging tag(Article article) {
    if (made.changes != changes.get()) {
      renew();
    }
    return made.tagger.tag(article);
  }

  private synchronized void renew() {
    Instant now = clock.instant();
    if (made.tagger == null || made.changes != changes.get() && Duration.between(made.at, now).compareTo(PAUSE) >= 0) {
      long from = changes.get();
      made = new Made(maker.apply(List.copyOf(actors.values()), List.copyOf(issues.values())), from, now);
    }
  }

  int actorCount() {
    return actors.size();
  }

  int issueCount() {
    return issues.size();
  }

  CatalogueListener<Actor> actors() {
    return listener(actors, Actor::id);
  }

  CatalogueListener<Issue> issues() {
    return listener(issues, Issue::id);
  }

  private <T> CatalogueListener<T> listener(Map<String, T> catalogue, Function<T, String> id) {
    return new CatalogueListener<>() {
      @Override
      public void put(T value, long version) {
        catalogue.put(id.apply(value), value);
        changes.incrementAndGet();
      }

      @Override
      public void remove(String key) {
        catalogue.remove(key);
        changes.incrementAndGet();
      }
    };
  }
}
