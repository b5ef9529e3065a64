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

/** The made-up story of conditions, read by the real tagger, through the topology. */
class TermsStoryTest {
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
    TermsStory.ARTICLES.forEach(article -> TAGGED.put(article.id(), tagger.tag(article)));
  }

  @Test
  void hasExactlyItsShiftsWithBothReceipts() {
    End end = end(TermsStory.ARTICLES);
    assertThat(end.standing()).isEqualTo(TermsStory.SHIFTS);
    Shift added = end.told().stream().filter(shift -> shift.actor().equals("norway") && shift.kind() == Shift.Kind.CONDITION_ADDED).findFirst().orElseThrow();
    assertThat(added.before().sentence().text()).contains("Norway supports the ceasefire plan");
    assertThat(added.after().terms().words().text()).isEqualTo("only if Russia withdraws its troops");
    assertThat(added.after().article().url()).isEqualTo("https://northpost.example/t05");
    Shift withdrawn = end.told().stream().filter(shift -> shift.actor().equals("norway") && shift.kind() == Shift.Kind.CONDITION_WITHDRAWN).findFirst().orElseThrow();
    assertThat(withdrawn.before().article().id()).isEqualTo("t05");
    assertThat(withdrawn.after().terms().words().text()).isEqualTo("without preconditions");
  }

  @Test
  void saysOnWhichConditionActorsStand() {
    Map<String, Position> positions = end(TermsStory.ARTICLES).positions();
    assertThat(positions.get("poland|peace-talks|").condition().terms().words().text()).isEqualTo("unless Ukraine sits at the table");
    assertThat(positions.get("norway|ceasefire|").condition()).isNull();
    assertThat(positions.get("japan|ceasefire|").condition()).isNull();
  }

  @Test
  void endsInTheSameStateInWhateverOrderTheArticlesArrive() {
    End inOrder = end(TermsStory.ARTICLES);
    Random random = new Random(12);
    for (int i = 0; i < 20; i++) {
      List<Article> order = new ArrayList<>(TermsStory.ARTICLES);
      Collections.shuffle(order, random);
      End end = end(order);
      List<String> ids = order.stream().map(Article::id).toList();
      assertThat(end.standing()).as("%s", ids).isEqualTo(TermsStory.SHIFTS);
      assertThat(end.positions().toString() + end.told()).as("%s", ids).isEqualTo(inOrder.positions().toString() + inOrder.told());
    }
  }

  @Test
  void tellsAWatchOfAConditionThatIsAdded() {
    Watch added = Watch.of("hedges", Finding.Kind.SHIFT).name("Who hedges?").actors("norway", "spain").to(Side.CONDITIONAL).build();
    List<Article> latecomer = new ArrayList<>(TermsStory.ARTICLES);
    Collections.rotate(latecomer.subList(0, 8), 1);
    for (List<Article> order : List.of(TermsStory.ARTICLES, latecomer)) {
      assertThat(end(order, added).alerts()).singleElement().satisfies(alert -> {
        assertThat(alert.article().id()).isEqualTo("t05");
        assertThat(alert.reason()).startsWith("Norway (holder) from for to conditional; was: SUPPORT \"");
      });
    }
  }

  private End end(List<Article> order, Watch... watches) {
    try (NewsDriver news = new NewsDriver.Plan(folder).tagger(fake -> TermsStoryTest::cached).start()) {
      PACKS.actors().plain().stream().filter(actor -> TermsStory.ACTORS.contains(actor.id())).forEach(news::put);
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
        made.sentences(), made.deeds());
  }
}
