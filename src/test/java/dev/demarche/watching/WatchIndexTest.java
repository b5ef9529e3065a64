package dev.demarche.watching;

import static dev.demarche.domain.Finding.Kind.CONDITION;
import static dev.demarche.domain.Finding.Kind.MENTION;
import static dev.demarche.domain.Finding.Kind.STANCE;
import static dev.demarche.domain.Finding.Kind.STATEMENT;
import static dev.demarche.watching.Articles.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Role;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchIndexTest {

  private final WatchIndex index = new WatchIndex((watch, e) -> {
    throw new AssertionError(watch.id(), e);
  });
  private final Tagging tagging = Articles.tagging();

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void aHitSaysInWordsWhichClausesMatched() {
    index.put(full().build(), 7);
    Hit hit = index.match(tagging).get(0);
    assertThat(hit.reason()).isEqualTo("Norland (holder) REJECT; issue ceasefire; words \"offer\"; confidence 0.70 of at least 0.50");
    assertThat(hit.watch().version()).isEqualTo(7);
    assertThat(hit.finding().id()).isEqualTo("a1:1:a0");
    assertThat(hit.taggerVersion()).isEqualTo("test-1");
  }

  static Stream<Arguments> watchesWithOneClauseThatDoesNotHold() {
    return Stream.of(
        Arguments.of("kind", watch("w", CONDITION).actors("norland").issues("ceasefire").words("offer").minConfidence(0.5)),
        Arguments.of("actor", watch("w", STANCE).actors("sudria").acts(Act.REJECT).issues("ceasefire").words("offer").minConfidence(0.5)),
        Arguments.of("role", full().roles(Role.TARGET)),
        Arguments.of("act", watch("w", STANCE).actors("norland").acts(Act.AGREE).issues("ceasefire").words("offer").minConfidence(0.5)),
        Arguments.of("issue", watch("w", STANCE).actors("norland").acts(Act.REJECT).issues("talks").words("offer").minConfidence(0.5)),
        Arguments.of("words", watch("w", STANCE).actors("norland").acts(Act.REJECT).issues("ceasefire").words("treaty").minConfidence(0.5)),
        Arguments.of("confidence", full().minConfidence(0.71)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("watchesWithOneClauseThatDoesNotHold")
  void eachClauseAloneCanPreventTheMatch(String clause, Watch.Builder watch) {
    assertThat(index.put(watch.build(), 1)).isEmpty();
    assertThat(index.match(tagging)).isEmpty();
  }

  @Test
  void anAttitudeWithoutAnActIsToldToWhomAsksForState() {
    index.put(watch("any", STANCE).actors("norland").build(), 1);
    index.put(watch("state", STANCE).actors("norland").acts(Act.STATE).build(), 1);
    assertThat(index.match(Articles.tagging(Act.STATE))).extracting(hit -> hit.watch().id()).containsExactly("state");
    assertThat(index.match(tagging)).extracting(hit -> hit.watch().id()).containsExactly("any");
  }

  @Test
  void aListAsksForAnyOfItsParts() {
    index.put(watch("w", STANCE).actors("atlantis", "norland").acts(Act.AGREE, Act.REJECT).issues("sanctions", "ceasefire").build(), 1);
    assertThat(reasons()).containsExactly("Norland (holder) REJECT; issue ceasefire");
  }

  @Test
  void actorsAreNamedByIdOrByNameWhateverTheirCase() {
    index.put(watch("by-name", STANCE).actors("NORLAND").build(), 1);
    index.put(watch("unknown-to-the-catalogue", STATEMENT).actors("ann lee").build(), 1);
    assertThat(reasons()).containsExactly("Ann Lee (speaker)", "Norland (holder)");
  }

  @Test
  void anActorMayStandInAnyOfTheRolesThatAreNamed() {
    index.put(watch("w", STANCE).actors("sudria").roles(Role.HOLDER, Role.TARGET).build(), 1);
    assertThat(reasons()).containsExactly("Sudria (target)");
  }

  @Test
  void anActorOfTheSentenceIsFoundByTheMentionedRole() {
    index.put(watch("w", CONDITION).actors("Ann Lee").roles(Role.MENTIONED).build(), 1);
    index.put(watch("v", MENTION).actors("sudria").build(), 1);
    assertThat(reasons()).containsExactly("Ann Lee (mentioned)", "Sudria (mentioned)");
  }

  @Test
  void aWatchOfAKindAloneFindsAllOfThatKind() {
    index.put(watch("w", MENTION).build(), 1);
    assertThat(reasons()).containsExactly("any mention", "any mention", "any mention");
  }

  @ParameterizedTest
  @ValueSource(strings = {"offers", "\"peace offer\"", "+reject* -treaty", "-treaty", "offer AND (war OR peace)", "title:no* OR title:says",
      "article:shelling", "article:(+says +shelling)", "/reject.*/", "sudira~"})
  void wordsAreAskedOfTheSentenceAndFurtherWhereTheyNameAField(String words) {
    assertThat(index.put(watch("w", STANCE).words(words).build(), 1)).isEmpty();
    assertThat(index.match(tagging)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shelling", "\"offer peace\"", "-offer", "title:offer", "article:treaty", "article:\"says norland rejected\"~1"})
  void wordsThatStandElsewhereDoNotMatch(String words) {
    assertThat(index.put(watch("w", STANCE).words(words).build(), 1)).isEmpty();
    assertThat(index.match(tagging)).isEmpty();
  }

  @Test
  void hitsComeInOrderOfFindingsThenOfWatchIds() {
    index.putAll(List.of(versioned(watch("c", STATEMENT).build()), versioned(watch("b", STANCE).build()),
        versioned(watch("a", STANCE).build())));
    assertThat(index.match(tagging)).extracting(hit -> hit.finding().id() + " " + hit.watch().id())
        .containsExactly("a1:1:s0 c", "a1:1:a0 a", "a1:1:a0 b");
  }

  @Test
  void anEditedWatchTakesThePlaceOfTheOldOne() {
    index.put(watch("w", STANCE).words("offer").build(), 1);
    index.put(watch("w", CONDITION).build(), 2);
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.match(tagging)).singleElement().satisfies(hit -> assertThat(hit.watch().version()).isEqualTo(2));
  }

  @Test
  void aRemovedWatchFindsNothing() {
    index.put(watch("w", STANCE).build(), 1);
    index.remove("w");
    index.remove("never-there");
    assertThat(index.size()).isZero();
    assertThat(index.match(tagging)).isEmpty();
  }

  @Test
  void aPoisonedWatchIsRefusedAloneAndLeavesTheOlderVersionInPlace() {
    index.put(watch("w", STANCE).build(), 1);
    Map<String, Problem> refused = index.putAll(List.of(versioned(watch("w", STANCE).words("(offer").build()),
        versioned(watch("x", STANCE).build())));
    assertThat(refused).containsOnlyKeys("w");
    assertThat(index.match(tagging)).extracting(hit -> hit.watch().id() + hit.watch().version()).containsExactly("w1", "x9");
  }

  @Test
  void matchingGoesOnWhileWatchesComeAndGo() throws Exception {
    Watch steady = watch("steady", STANCE).words("offer").build();
    index.put(steady, 1);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    AtomicBoolean done = new AtomicBoolean();
    try {
      List<Future<Integer>> readers = IntStream.range(0, 2).mapToObj(reader -> threads.submit(() -> {
        int matches = 0;
        while (!done.get() || matches == 0) {
          assertThat(index.match(tagging)).filteredOn(hit -> hit.watch().id().equals("steady")).hasSize(1);
          matches++;
        }
        return matches;
      })).toList();
      Future<?> writer = threads.submit(() -> {
        for (int i = 0; i < 200; i++) {
          index.put(steady, i);
          index.put(watch("come-and-go", CONDITION).words("article:shelling").build(), i);
          index.remove("come-and-go");
        }
      });
      writer.get();
      done.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    assertThat(index.match(tagging)).extracting(hit -> hit.watch().version()).containsExactly(199L);
  }

  private static Watch.Builder full() {
    return watch("w", STANCE).actors("norland").acts(Act.REJECT).issues("ceasefire").words("offer").minConfidence(0.5);
  }

  private static WatchIndex.Versioned versioned(Watch watch) {
    return new WatchIndex.Versioned(watch, 9);
  }

  private List<String> reasons() {
    return index.match(tagging).stream().map(Hit::reason).toList();
  }
}
