package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.ConditionState.State;
import dev.demarche.domain.Deed;
import dev.demarche.domain.Finding;
import dev.demarche.domain.ReportedDeed;
import dev.demarche.domain.ReportedDeed.Manner;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.ingest.Publisher;
import dev.demarche.pipeline.Counters;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of conditions on a real broker. */
@Timeout(120)
class ConditionsIT {
  private static final int PAIRS = 30;
  private static final Instant START = Instant.parse("2026-01-10T09:00:00Z");

  @TempDir Path folder;
  private String bootstrap;

  @Test
  void restartsInTheMiddleLoseAndDoubleNoChangeAndNoAlert() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      bootstrap = kafka.bootstrap();
      Settings settings = settings("state");
      Demo.applyTopics(settings, 2);
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
        writer.write(Topics.WATCHES, "news.watches", "ends", Watch.of("ends", Finding.Kind.CONDITION).name("How do they end?")
            .severity(Severity.INFO).states(State.MET, State.BREACHED).build());
      }
      List<Article> articles = articles();
      try (StreamApp first = started(settings)) {
        publish(settings, articles);
        await(() -> first.counters().count(Counters.Name.PURSUED) > 15);
      }
      try (StreamApp second = started(settings)) {
        await(() -> second.counters().count(Counters.Name.PURSUED) > 15);
      }
      try (StreamApp third = started(settings("another-state"))) {
        await(() -> states(settings).stream().filter(state -> state.state() != State.OPEN).count() == PAIRS);
        publish(settings, articles);
        await(() -> third.counters().count(Counters.Name.KNOWN) == articles.size());
        await(() -> alerts(settings).size() >= PAIRS);
      }
      List<String> lives = IntStream.range(0, PAIRS).mapToObj(i -> "Setter" + i + " " + (i % 2 == 0 ? "MET" : "BREACHED")).toList();
      assertThat(states(settings)).extracting(state -> state.by() + " " + state.state()).containsExactlyInAnyOrderElementsOf(lives);
      assertThat(states(settings)).allSatisfy(state -> assertThat(state.reports()).isEqualTo(2));
      assertThat(alerts(settings)).containsExactlyInAnyOrderElementsOf(lives);
    }
  }

  /** Two papers tell of each condition, a third how it ends; all of them in disorder. */
  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      articles.add(article(i, 0, "Setter" + i + " asks Actor" + i + " to pay"));
      articles.add(article(i, 1, "Setter" + i + " asks Actor" + i + " to pay still"));
      articles.add(article(i, 2, "Actor" + i + (i % 2 == 0 ? " paid" : " refused")));
    }
    Collections.shuffle(articles, new Random(3));
    return articles;
  }

  private static Article article(int i, int k, String text) {
    String id = "n" + i + "-" + k;
    return new Article(id, 1, null, id + ".example", null, text, null, START.plus(Duration.ofDays(7L * k)), null, null);
  }

  /** Reads the made articles. */
  private static Tagging read(Article article) {
    String[] words = article.text().split(" ");
    Span all = Span.of(article.text(), 0, article.text().length());
    boolean sets = words[1].equals("asks");
    Deed pays = new Deed(sets ? words[2] : words[0], null, Act.AID, null, null, words[1].equals("refused"), false, "pay", List.of());
    String id = article.id() + ":" + article.revision();
    List<Condition> conditions = sets ? List.of(new Condition(id + ":c0", words[0], null, all, all, all, pays, null, List.of(), null, 1)) : List.of();
    List<ReportedDeed> deeds = sets ? List.of()
        : List.of(new ReportedDeed(id + ":d0", pays, pays.negated() ? Manner.REFUSED : Manner.DONE, all, List.of(words[0])));
    return new Tagging(TaggedArticle.of(article, "t-1", List.of(), List.of(), List.of(), conditions), List.of(all), deeds);
  }

  private Settings settings(String state) {
    return Settings.of(Map.of("bootstrap", bootstrap, "threads", "1", "state.dir", folder.resolve(state).toString(),
        "kafka.consumer.max.poll.records", "10"));
  }

  private static StreamApp started(Settings settings) throws InterruptedException {
    StreamApp app = new StreamApp(settings, (actors, issues) -> ConditionsIT::read, Clock.systemUTC());
    app.start();
    assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
    return app;
  }

  private static void publish(Settings settings, List<Article> articles) {
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), "news.articles")) {
      articles.forEach(publisher::publish);
      publisher.flush();
    }
  }

  private static List<ConditionState> states(Settings settings) {
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), "news.condition-states")) {
      return reader.newestByKey().stream().map(record -> Json.read(record.value(), ConditionState.class)).toList();
    }
  }

  private static List<String> alerts(Settings settings) {
    List<String> told = new ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), "news.alerts")) {
      reader.readToEnd(record -> {
        Alert alert = Json.read(record.value(), Alert.class);
        told.add(alert.finding().who() + " " + alert.finding().condition().state());
      });
    }
    return told;
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 40 s").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
