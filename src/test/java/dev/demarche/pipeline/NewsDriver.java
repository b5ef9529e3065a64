package dev.demarche.pipeline;

import dev.demarche.alerting.Utterance;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Offices;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Silence;
import dev.demarche.domain.Watch;
import dev.demarche.positions.Rules;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import dev.demarche.watching.WatchIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/** The topology in this process, its clock stopped at {@link #NOW}, with watches that are asked and a tagger that reads {@link FakeTagger}'s lines. */
final class NewsDriver implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final int MAX_TEXT = 2_000;
  private static final Rules RULES = new Rules(0.5, 1, Duration.ofDays(7), Duration.ofHours(24), 100);

  final Counters counters = new Counters();
  private final List<Actor> actors = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final WatchIndex index = new WatchIndex();
  private final TopologyTestDriver driver;

  /** How a driver differs from one that has everything by default. */
  static final class Plan {
    private final Path folder;
    private int maxRecordBytes = 1_000_000;
    private Houses houses = Houses.PLAIN;
    private Function<Tagger, Tagger> wrapping = tagger -> tagger;

    Plan(Path folder) {
      this.folder = folder;
    }

    Plan maxRecordBytes(int bytes) {
      maxRecordBytes = bytes;
      return this;
    }

    Plan tagger(Function<Tagger, Tagger> around) {
      wrapping = around;
      return this;
    }

    Plan houses(Houses by) {
      houses = by;
      return this;
    }

    NewsDriver start() {
      return new NewsDriver(this);
    }
  }

  private NewsDriver(Plan plan) {
    Properties properties = StreamProperties.of("test", "localhost:1", plan.folder.toString(), 1, "exactly_once_v2", "classic",
        "news.dead-letters", Map.of());
    Tagger fake = article -> new FakeTagger(actors, issues).tag(article);
    NewsTopology.Parts parts = new NewsTopology.Parts("news.", new ArticleCodec(MAX_TEXT), plan.maxRecordBytes, Duration.ofDays(30),
        plan.wrapping.apply(fake), index::match, plan.houses, new NewsTopology.Standing(() -> Offices.of(actors), RULES, index::match),
        new NewsTopology.Pursuit(() -> Offices.of(actors), new dev.demarche.conditions.Rules(0.5, 500), Duration.ofDays(365), index::match),
        listener(actors),
        listener(issues), watches(), () -> 1, counters, Clock.fixed(NOW, ZoneOffset.UTC));
    driver = new TopologyTestDriver(NewsTopology.build(new TopologyConfig(new StreamsConfig(properties)), parts), properties, NOW);
  }

  private static <T> CatalogueListener<T> listener(List<T> values) {
    return new CatalogueListener<>() {
      @Override
      public void put(T value, long version) {
        values.add(value);
      }

      @Override
      public void remove(String id) {
        values.clear();
      }
    };
  }

  private CatalogueListener<Watch> watches() {
    return new CatalogueListener<>() {
      @Override
      public void put(Watch watch, long version) {
        index.put(watch, version).ifPresent(problem -> {
          throw new IllegalArgumentException(problem.message());
        });
      }

      @Override
      public void remove(String id) {
        index.remove(id);
      }
    };
  }

  void publish(String key, byte[] value) {
    publish(key, value, NOW);
  }

  void publish(String key, byte[] value, Instant at) {
    articles().pipeInput(key, value, at);
  }

  void publish(String key, byte[] value, Headers headers) {
    articles().pipeInput(new TestRecord<>(key, value, headers, NOW));
  }

  private TestInputTopic<String, byte[]> articles() {
    return driver.createInputTopic("news.articles", new StringSerializer(), new ByteArraySerializer());
  }

  /** Publishes {@code text} under {@code id}, from a publisher of the article's own. */
  void article(String id, String text) {
    publish(id, json(id, text));
  }

  static byte[] json(String id, String text) {
    return new ArticleCodec().write(new Article(id, 1, null, id + ".example", null, text, null, null, null, null));
  }

  /** Puts a record on a topic as it is. */
  void raw(Topic<?, ?> topic, String key, byte[] value) {
    driver.createInputTopic(topic.name("news."), new StringSerializer(), new ByteArraySerializer()).pipeInput(key, value, NOW);
  }

  void put(Silence silence) {
    raw(Topics.SILENCES, silence.id(), Json.write(silence));
  }

  void put(Inhibition rule) {
    raw(Topics.INHIBITIONS, rule.id(), Json.write(rule));
  }

  void put(Reaction reaction) {
    raw(Topics.REACTIONS, reaction.watch(), Json.write(reaction));
  }

  void put(Watch watch) {
    raw(Topics.WATCHES, watch.id(), Json.write(watch));
  }

  void put(Actor actor) {
    raw(Topics.ACTORS, actor.id(), Json.write(actor));
  }

  void put(Issue issue) {
    raw(Topics.ISSUES, issue.id(), Json.write(issue));
  }

  /** The records that were written to {@code topic} since this was last asked. */
  List<TestRecord<String, byte[]>> records(Topic<?, ?> topic) {
    TestOutputTopic<String, byte[]> output =
        driver.createOutputTopic(topic.name("news."), new StringDeserializer(), new ByteArrayDeserializer());
    return output.readRecordsToList();
  }

  /** The values that were written to {@code topic} since this was last asked; null for a tombstone. */
  <T> List<T> values(Topic<String, T> topic) {
    List<T> values = new ArrayList<>();
    records(topic).forEach(record -> values.add(topic.values().deserializer().deserialize(topic.name(), record.value())));
    return values;
  }

  /** Lets wall-clock time pass. */
  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** All that the store {@code name} holds. */
  <V> Map<String, V> stored(String name) {
    Map<String, V> all = new TreeMap<>();
    try (KeyValueIterator<String, V> entries = driver.<String, V>getKeyValueStore(name).all()) {
      entries.forEachRemaining(entry -> all.put(entry.key, entry.value));
    }
    return all;
  }

  /** Gives the store {@code name} what another driver's held, as its changelog would. */
  <V> void restore(String name, Map<String, V> all) {
    all.forEach((key, value) -> driver.<String, V>getKeyValueStore(name).put(key, value));
  }

  /** What the trigger has stored of utterances. */
  List<Utterance> utterances() {
    List<Utterance> utterances = new ArrayList<>();
    try (KeyValueIterator<String, Utterance> all = driver.<String, Utterance>getKeyValueStore("utterances").all()) {
      all.forEachRemaining(entry -> utterances.add(entry.value));
    }
    return utterances;
  }

  long count(Counters.Name name) {
    return counters.count(name);
  }

  /** A header as text, or null. */
  static String header(TestRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    driver.close();
    index.close();
  }
}
