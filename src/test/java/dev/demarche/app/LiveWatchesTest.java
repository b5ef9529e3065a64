package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.FakeTagger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveWatchesTest {
  private final LiveWatches watches = new LiveWatches();

  @AfterEach
  void close() {
    watches.close();
  }

  private static Watch watch(String id, String words) {
    return Watch.of(id, Finding.Kind.STANCE).severity(Severity.INFO).words(words).build();
  }

  /** Watch and version of each hit on an article that says that Norland rejects an offer. */
  private List<String> hits() {
    return hits(List.of());
  }

  private List<String> hits(List<Actor> actors) {
    Article article = new Article("a1", 1, null, null, null, "Norland REJECT Sudria offer", null, null, null, null);
    return watches.match(new FakeTagger(actors, List.of()).tag(article)).stream()
        .map(hit -> hit.watch().id() + " v" + hit.watch().version()).toList();
  }

  @Test
  void asksWhatWasPut() {
    watches.put(watch("w", "offer"), 7);
    watches.put(watch("other", "quota"), 8);
    assertThat(hits()).containsExactly("w v7");
  }

  @Test
  void followsTheGroupsThatAWatchNames() {
    Actor norland = new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null);
    Actor coast = new Actor("coast", "Coast", EntityType.ORGANIZATION, null, null, null, null, null, null, List.of("norland"), null, null, null);
    watches.put(Watch.of("w", Finding.Kind.STANCE).severity(Severity.INFO).actors("coast").build(), 7);
    watches.actors().put(norland, 0);
    assertThat(hits(List.of(norland))).isEmpty();
    watches.actors().put(coast, 1);
    assertThat(hits(List.of(norland))).containsExactly("w v7");
    watches.actors().remove("coast");
    assertThat(hits(List.of(norland))).isEmpty();
  }

  @Test
  void takesANewVersion() {
    watches.put(watch("w", "offer"), 7);
    assertThat(hits()).containsExactly("w v7");
    watches.put(watch("w", "offer"), 9);
    assertThat(hits()).containsExactly("w v9");
    watches.put(watch("w", "quota"), 10);
    assertThat(hits()).isEmpty();
  }

  @Test
  void forgetsWhatWasRemoved() {
    watches.put(watch("w", "offer"), 7);
    assertThat(hits()).hasSize(1);
    watches.remove("w");
    assertThat(hits()).isEmpty();
  }

  @Test
  void takesTheLastOfSeveralChangesBetweenTwoArticles() {
    watches.put(watch("w", "offer"), 1);
    watches.remove("w");
    watches.put(watch("back", "offer"), 2);
    watches.remove("back");
    watches.put(watch("back", "offer"), 3);
    assertThat(hits()).containsExactly("back v3");
  }

  @Test
  void leavesAWatchAsItWasWhereItsNewVersionCannotBeAsked() {
    watches.put(watch("w", "offer"), 1);
    watches.put(watch("z", "offer"), 2);
    assertThat(hits()).hasSize(2);
    watches.put(watch("w", "(offer AND"), 3);
    watches.put(watch("z", "offer"), 4);
    assertThat(hits()).containsExactly("w v1", "z v4");
  }

  @Test
  void isAskedAndChangedByManyThreadsAtOnce() throws Exception {
    watches.put(watch("always", "offer"), 1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> asked = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        asked.add(threads.submit(() -> {
          boolean always = true;
          for (int i = 0; i < 50; i++) {
            always &= hits().contains("always v1");
          }
          return always;
        }));
      }
      for (int version = 0; version < 200; version++) {
        watches.put(watch("changing", "offer"), version);
      }
      for (Future<Boolean> one : asked) {
        assertThat(one.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(hits()).containsExactly("always v1", "changing v199");
  }
}
