package dev.demarche.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Role;
import dev.demarche.domain.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever picks the candidates, the hits are those of asking every watch. */
class CandidatesTest {
  private static final List<String> ACTORS = List.of("norland", "Sudria", "coast", "ann lee", "Norland", "atlantis");
  private static final List<String> WORDS = List.of("offer", "rejected", "peace", "talk", "shelling", "treaty", "says", "norland", "sudria", "stops");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsWhatAskingEveryWatchFinds(long seed) {
    Random random = new Random(seed);
    Actor norland = new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null);
    Actor coast = new Actor("coast", "The coast", EntityType.ORGANIZATION, null, null, null, null, null, null, List.of("norland"), null, null, null);
    try (WatchIndex keyed = new WatchIndex(); WatchIndex every = WatchIndex.askingEveryWatch()) {
      for (WatchIndex index : List.of(keyed, every)) {
        index.groups(Groups.of(List.of(norland, coast)));
      }
      for (int step = 0; step < 3_000; step++) {
        String id = "w" + random.nextInt(600);
        if (random.nextInt(5) == 0) {
          keyed.remove(id);
          every.remove(id);
        } else {
          Watch watch = watch(id, random);
          assertThat(keyed.put(watch, step)).isEqualTo(every.put(watch, step));
        }
        if (step % 100 == 99) {
          List<Hit> hits = every.match(Articles.tagging());
          assertThat(hits).isNotEmpty();
          assertThat(keyed.match(Articles.tagging())).isEqualTo(hits);
        }
      }
      assertThat(keyed.asked()).isLessThan(every.asked() / 2);
    }
  }

  @Test
  void aWatchOfMoreCombinationsThanThereAreKeysForIsFoundAllTheSame() {
    List<String> many = new ArrayList<>(IntStream.range(0, 300).mapToObj(i -> "a" + i).toList());
    many.add("norland");
    List<String> issues = new ArrayList<>(IntStream.range(0, 300).mapToObj(i -> "i" + i).toList());
    issues.add("ceasefire");
    try (WatchIndex index = new WatchIndex()) {
      index.put(Watch.of("w", Finding.Kind.STANCE).actors(many).roles(Role.HOLDER, Role.TARGET).issues(issues).acts(Act.REJECT, Act.AGREE).build(), 1);
      assertThat(index.match(Articles.tagging())).hasSize(1);
      index.put(Watch.of("w", Finding.Kind.STANCE).issues(issues).acts(Act.AGREE).build(), 2);
      assertThat(index.match(Articles.tagging())).isEmpty();
      index.put(Watch.of("w", Finding.Kind.STANCE).issues(issues).acts(Act.REJECT).build(), 3);
      assertThat(index.match(Articles.tagging())).hasSize(1);
    }
  }

  private static Watch watch(String id, Random random) {
    Finding.Kind kind = List.of(Finding.Kind.STATEMENT, Finding.Kind.STANCE, Finding.Kind.STANCE, Finding.Kind.CONDITION, Finding.Kind.MENTION)
        .get(random.nextInt(5));
    Watch.Builder watch = Watch.of(id, kind).minConfidence(random.nextInt(4) == 0 ? 0.75 : 0);
    if (random.nextInt(3) > 0) {
      watch.actors(some(ACTORS, random));
      if (random.nextBoolean()) {
        watch.roles(Facets.rolesIn(kind).get(random.nextInt(Facets.rolesIn(kind).size())));
      }
    }
    if (kind == Finding.Kind.STANCE && random.nextBoolean()) {
      watch.acts(some(List.of(Act.REJECT, Act.AGREE, Act.ACCUSE), random));
    }
    if (kind != Finding.Kind.MENTION && random.nextInt(3) == 0) {
      watch.issues(some(List.of("talks", "Ceasefire", "trade"), random));
    }
    return watch.words(random.nextInt(3) == 0 ? null : words(random, 2)).build();
  }

  private static <T> List<T> some(List<T> all, Random random) {
    List<T> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    return some.subList(0, 1 + random.nextInt(2));
  }

  static String words(Random random, int depth) {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    String other = depth == 0 ? WORDS.get(random.nextInt(WORDS.size())) : words(random, depth - 1);
    return switch (random.nextInt(12)) {
      case 0 -> "title:" + word;
      case 1 -> "article:" + word;
      case 2 -> word + " AND (" + other + ")";
      case 3 -> word + " OR (" + other + ")";
      case 4 -> "\"peace offer\"";
      case 5 -> "\"rejected offer\"~2";
      case 6 -> word.substring(0, 3) + "*";
      case 7 -> word + " -(" + other + ")";
      case 8 -> "-" + word;
      case 9 -> word + "~1";
      case 10 -> "evidence:" + word;
      default -> word;
    };
  }
}
