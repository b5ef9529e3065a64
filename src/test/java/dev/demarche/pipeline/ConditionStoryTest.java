package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.ConditionState.State;
import dev.demarche.domain.Finding;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.tagging.Tagger;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up stories, read by the real tagger, through the topology. */
class ConditionStoryTest {
  private static final Packs PACKS = Packs.bundled();
  private static final Map<String, Tagging> TAGGED = new HashMap<>();

  @TempDir Path folder;

  @BeforeAll
  static void tag() {
    Tagger tagger = NewsTagger.of(Encoder.standard(), PACKS.actors().plain(), PACKS.issues().plain());
    Stream.of(ConditionStory.TREATY, ConditionStory.CORRIDOR, Story.ARTICLES).flatMap(List::stream)
        .forEach(article -> TAGGED.put(article.id(), tagger.tag(article)));
  }

  @Test
  void aConditionIsSetAndMetAndAnotherBreached() {
    assertThat(lives(end(ConditionStory.TREATY).states())).isEqualTo(ConditionStory.TREATY_CHANGES);
  }

  @Test
  void otherActorsAndWordsMeetAndRefuseAndDrop() {
    assertThat(lives(end(ConditionStory.CORRIDOR).states())).isEqualTo(ConditionStory.CORRIDOR_CHANGES);
  }

  @Test
  void theStoryOfTheShiftsHasItsConditions() {
    assertThat(lives(end(Story.ARTICLES).states())).containsExactly(
        "Japan | Tehran allows inspectors into its nuclear sites | OPEN 2025-11-11 | MET 2026-01-26",
        "South Korea | Pyongyang tests another missile | OPEN 2025-11-27 | BREACHED 2026-01-26",
        "Turkey | Sweden extradite a group of exiled journalists | OPEN 2025-10-20 | WITHDRAWN 2026-01-08");
  }

  @Test
  void reportsOfSeveralOutletsAreOneCondition() {
    ConditionState norway = end(ConditionStory.TREATY).states().values().stream().filter(state -> "Norway".equals(state.by()))
        .findFirst().orElseThrow();
    assertThat(norway.publishers()).isEqualTo(2);
    assertThat(norway.receipts()).extracting(receipt -> receipt.article().id()).containsExactly("c01", "c02");
    assertThat(norway.last().publishers()).isEqualTo(2);
    assertThat(norway.last().receipt().article().url()).isEqualTo("https://ledgertimes.example/c09");
    assertThat(norway.last().reason()).isEqualTo("the antecedent has come true");
  }

  @Test
  void endsInTheSameStateInWhateverOrderTheArticlesArrive() {
    for (List<Article> story : List.of(ConditionStory.TREATY, ConditionStory.CORRIDOR, Story.ARTICLES)) {
      Map<String, ConditionState> inOrder = end(story).states();
      Random random = new Random(5);
      for (int i = 0; i < 12; i++) {
        List<Article> order = new ArrayList<>(story);
        Collections.shuffle(order, random);
        assertThat(end(order).states()).as("%s", order.stream().map(Article::id).toList()).isEqualTo(inOrder);
      }
    }
  }

  @Test
  void tellsAWatchOnceOfEachStateThatItAsksFor() {
    Watch watch = Watch.of("outcomes", Finding.Kind.CONDITION).name("What became of it?").states(State.MET, State.BREACHED).build();
    List<Article> backwards = new ArrayList<>(ConditionStory.TREATY);
    Collections.reverse(backwards);
    for (List<Article> order : List.of(ConditionStory.TREATY, backwards)) {
      List<Alert> alerts = end(order, watch).alerts();
      assertThat(alerts).extracting(alert -> alert.finding().condition().state() + " " + alert.article().id())
          .containsExactlyInAnyOrder("BREACHED c07", "MET c09");
      assertThat(alerts.get(0).reason()).contains("set: \"").contains("is: \"");
    }
  }

  private record End(Map<String, ConditionState> states, List<Alert> alerts) {}

  private static List<String> lives(Map<String, ConditionState> states) {
    return states.values().stream().map(state -> state.by() + " | " + state.antecedent() + " | " + state.changes().stream()
        .map(change -> change.state() + " " + change.at().toString().substring(0, 10)).collect(Collectors.joining(" | "))).sorted().toList();
  }

  private End end(List<Article> order, Watch... watches) {
    try (NewsDriver news = new NewsDriver.Plan(folder).tagger(fake -> ConditionStoryTest::cached).start()) {
      PACKS.actors().plain().forEach(news::put);
      List.of(watches).forEach(news::put);
      order.forEach(article -> news.publish(article.id(), new ArticleCodec().write(article)));
      assertThat(news.values(Topics.DEAD_LETTERS)).isEmpty();
      assertThat(news.counters.atRest()).isTrue();
      Map<String, ConditionState> newest = new TreeMap<>();
      news.records(Topics.CONDITION_STATES).forEach(record -> newest.put(record.key(),
          Topics.CONDITION_STATES.values().deserializer().deserialize("", record.value())));
      newest.values().removeIf(Objects::isNull);
      return new End(newest, news.values(Topics.ALERTS));
    }
  }

  private static Tagging cached(Article article) {
    Tagging made = TAGGED.get(article.id());
    TaggedArticle found = made.article();
    return new Tagging(TaggedArticle.of(article, found.taggerVersion(), found.entities(), found.statements(), found.stances(), found.conditions()),
        made.sentences(), made.deeds());
  }
}
