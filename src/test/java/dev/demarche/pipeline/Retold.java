package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
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
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** A made-up story, read once by the real tagger, and sent through the topology in whatever order. */
final class Retold {
  private static final Packs PACKS = Packs.bundled();

  private final List<Article> articles;
  private final Collection<String> actors;
  private final Map<String, Tagging> tagged = new HashMap<>();

  /** What the topics hold at the end, the newest record of each key. */
  record End(Map<String, Position> positions, Map<String, Shift> shifts, List<Alert> alerts) {

    List<Shift> told() {
      return shifts.values().stream().filter(shift -> shift.state() == Shift.State.TOLD).toList();
    }

    /** The shifts that stand, a line each: actor, issue, kind, days before and after. */
    List<String> standing() {
      return told().stream().map(shift -> shift.actor() + " " + shift.issue() + " " + shift.kind() + " " + shift.before().at().toString().substring(0, 10)
          + " " + shift.after().at().toString().substring(0, 10)).sorted().toList();
    }
  }

  /** The story of {@code articles}; the catalogue of the stream holds {@code actors}. */
  Retold(List<Article> articles, Collection<String> actors) {
    this.articles = articles;
    this.actors = actors;
    Tagger tagger = NewsTagger.of(Encoder.standard(), PACKS.actors().plain(), PACKS.issues().plain());
    articles.forEach(article -> tagged.put(article.id(), tagger.tag(article)));
  }

  End inOrder(Path folder, Watch... watches) {
    return end(folder, articles, watches);
  }

  End end(Path folder, List<Article> order, Watch... watches) {
    try (NewsDriver news = new NewsDriver.Plan(folder).tagger(fake -> this::cached).start()) {
      PACKS.actors().plain().stream().filter(actor -> actors.contains(actor.id())).forEach(news::put);
      List.of(watches).forEach(news::put);
      order.forEach(article -> news.publish(article.id(), new ArticleCodec().write(article)));
      assertThat(news.values(Topics.DEAD_LETTERS)).isEmpty();
      assertThat(news.counters.atRest()).isTrue();
      return new End(newest(news, Topics.POSITIONS), newest(news, Topics.SHIFTS), news.values(Topics.ALERTS));
    }
  }

  /** That twenty shuffled orders end as the story's own does. Each article is received at one time in all orders, so that all fields must be the same. */
  void assertOrderDoesNotCount(Path folder) {
    End inOrder = inOrder(folder);
    Random random = new Random(12);
    for (int i = 0; i < 20; i++) {
      List<Article> order = new ArrayList<>(articles);
      Collections.shuffle(order, random);
      End end = end(folder, order);
      assertThat(end.positions().toString() + end.told()).as("%s", order.stream().map(Article::id).toList())
          .isEqualTo(inOrder.positions().toString() + inOrder.told());
    }
  }

  private Tagging cached(Article article) {
    Tagging made = tagged.get(article.id());
    TaggedArticle found = made.article();
    return new Tagging(TaggedArticle.of(article, found.taggerVersion(), found.entities(), found.statements(), found.stances(), found.conditions()),
        made.sentences(), made.deeds());
  }

  private static <T> Map<String, T> newest(NewsDriver news, Topic<String, T> topic) {
    Map<String, T> newest = new TreeMap<>();
    news.records(topic).forEach(record -> newest.put(record.key(), topic.values().deserializer().deserialize("", record.value())));
    newest.values().removeIf(Objects::isNull);
    return newest;
  }
}
