package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.tagging.Tagger;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topic;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up story, read by the real tagger, through the topology. */
class StoryTest {
  private static final Packs PACKS = Packs.bundled();
  private static final Map<String, Tagging> TAGGED = new HashMap<>();

  @TempDir Path folder;

  /** What a topic holds at the end, the newest record of each key. */
  private record End(Map<String, Position> positions, Map<String, Shift> shifts, List<Alert> alerts) {

    List<String> standing() {
      return shifts.values().stream().filter(shift -> shift.state() == Shift.State.TOLD).map(shift -> shift.actor() + " " + shift.issue() + " "
          + shift.kind() + " " + shift.before().at().toString().substring(0, 10) + " " + shift.after().at().toString().substring(0, 10))
              .sorted().toList();
    }

    List<Shift> told() {
      return shifts.values().stream().filter(shift -> shift.state() == Shift.State.TOLD).toList();
    }
  }

  @BeforeAll
  static void tag() {
    Tagger tagger = NewsTagger.of(Encoder.standard(), PACKS.actors().plain(), PACKS.issues().plain());
    Story.ARTICLES.forEach(article -> TAGGED.put(article.id(), tagger.tag(article)));
  }

  @Test
  void hasExactlyItsShiftsWithBothReceipts() {
    End end = end(Story.ARTICLES);
    assertThat(end.standing()).isEqualTo(Story.SHIFTS);
    assertThat(end.shifts()).hasSize(Story.SHIFTS.size());
    Shift hungary = end.told().stream().filter(shift -> shift.actor().equals("hungary")).findFirst().orElseThrow();
    assertThat(hungary.before().sentence().text()).startsWith("Hungary opposes the ceasefire plan");
    assertThat(hungary.before().article().publisher()).isEqualTo("northpost.example");
    assertThat(hungary.after().sentence().text()).contains("Hungary on Tuesday accepted the ceasefire plan");
    assertThat(hungary.after().article().url()).isEqualTo("https://dailyledger.example/s09");
  }

  @Test
  void leavesTheActorsWhereTheyStand() {
    Map<String, Position> positions = end(Story.ARTICLES).positions();
    assertThat(positions.get("hungary|ceasefire|").now().side()).isEqualTo(Side.FOR);
    assertThat(positions.get("hungary|ceasefire|").reports()).isEqualTo(3);
    assertThat(positions.get("poland|peace-talks|").now()).satisfies(now -> {
      assertThat(now.side()).isEqualTo(Side.AGAINST);
      assertThat(now.since()).isEqualTo("2025-11-05T09:00:00Z");
      assertThat(now.publishers()).isEqualTo(2);
      assertThat(now.reports()).isEqualTo(3);
    });
    assertThat(positions.get("germany|military-aid|").history()).singleElement().satisfies(before -> assertThat(before.side()).isEqualTo(Side.FOR));
  }

  @Test
  void endsInTheSameStateInWhateverOrderTheArticlesArrive() {
    End inOrder = end(Story.ARTICLES);
    Random random = new Random(12);
    for (int i = 0; i < 20; i++) {
      List<Article> order = new ArrayList<>(Story.ARTICLES);
      Collections.shuffle(order, random);
      End end = end(order);
      List<String> ids = order.stream().map(Article::id).toList();
      assertThat(end.standing()).as("%s", ids).isEqualTo(Story.SHIFTS);
      assertThat(withoutReceipt(end)).as("%s", ids).isEqualTo(withoutReceipt(inOrder));
    }
  }

  /** Each article is received at one time in all orders, so that all fields must be the same. */
  private static String withoutReceipt(End end) {
    return end.positions().toString() + end.told();
  }

  @Test
  void tellsAWatchOfAShiftWithBothReceiptsOnce() {
    Watch opened = Watch.of("opens", Finding.Kind.SHIFT).name("Who opens up?").actors("hungary", "germany").from(Side.AGAINST).to(Side.FOR).build();
    List<Article> latecomer = new ArrayList<>(Story.ARTICLES);
    Collections.rotate(latecomer.subList(0, 9), 1);
    for (List<Article> order : List.of(Story.ARTICLES, latecomer)) {
      assertThat(end(order, opened).alerts()).singleElement().satisfies(alert -> {
        assertThat(alert.finding().shift().actor()).isEqualTo("hungary");
        assertThat(alert.article().id()).isEqualTo("s09");
        assertThat(alert.reason()).startsWith("Hungary (holder) from against to for; was: REJECT \"").contains("; is: AGREE \"Hungary ")
            .endsWith("(dailyledger.example, 2025-12-16)");
      });
    }
  }

  private End end(List<Article> order, Watch... watches) {
    try (NewsDriver news = new NewsDriver.Plan(folder).tagger(fake -> StoryTest::cached).start()) {
      PACKS.actors().plain().stream().filter(actor -> Story.ACTORS.contains(actor.id())).forEach(news::put);
      List.of(watches).forEach(news::put);
      order.forEach(article -> news.publish(article.id(), new ArticleCodec().write(article)));
      assertThat(news.values(Topics.DEAD_LETTERS)).isEmpty();
      assertThat(news.counters.atRest()).isTrue();
      return new End(newest(news, Topics.POSITIONS), newest(news, Topics.SHIFTS), news.values(Topics.ALERTS));
    }
  }

  private static <T> Map<String, T> newest(NewsDriver news, Topic<String, T> topic) {
    Map<String, T> newest = new TreeMap<>();
    news.records(topic).forEach(record -> newest.put(record.key(), topic.values().deserializer().deserialize("", record.value())));
    newest.values().removeIf(Objects::isNull);
    return newest;
  }

  private static Tagging cached(Article article) {
    Tagging made = TAGGED.get(article.id());
    TaggedArticle found = made.article();
    return new Tagging(TaggedArticle.of(article, found.taggerVersion(), found.entities(), found.statements(), found.stances(), found.conditions()),
        made.sentences());
  }
}
