package dev.demarche.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.bench.LatencyBench.Hop;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * When each article came to each point of its way: published, written to a topic (when the broker took the record), to be read there (when it was
 * committed and a reader had it), told. Reads on a thread of its own; safe for use by several threads.
 */
final class LatencyTrace implements AutoCloseable {
  private enum As { WRITTEN, READ }

  /** A point of the way: what comes to a topic, and what counts there. */
  private record Point(Topic<?, ?> topic, As as) {
    String name() {
      return topic.name() + (as == As.WRITTEN ? ", written" : ", to be read");
    }
  }

  /** In the order of the way. Hits are written with the tagged article, in one transaction, and so are an alert and its notification. */
  private static final List<Point> POINTS = List.of(new Point(Topics.TAGGED, As.WRITTEN), new Point(Topics.HITS, As.READ),
      new Point(Topics.ALERTS, As.WRITTEN), new Point(Topics.NOTIFICATIONS, As.READ));
  private static final String WEBHOOK = "webhook";
  private static final Duration POLL = Duration.ofMillis(100);

  private final String prefix;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread reader = new Thread(this::read, "trace");
  /** What the clock of nanoseconds shows at the epoch. */
  private final long epoch = System.nanoTime() - System.currentTimeMillis() * 1_000_000;
  private final Map<String, Long> published = new ConcurrentHashMap<>();
  private final Map<Point, Map<String, Long>> came = new HashMap<>();
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();
  private final Set<String> records = ConcurrentHashMap.newKeySet();
  private final Set<String> messages = ConcurrentHashMap.newKeySet();
  private final AtomicInteger doubled = new AtomicInteger();
  private final AtomicInteger toldAgain = new AtomicInteger();
  private volatile boolean closed;

  /** Has the broker write down when it takes a record, and begins to read. */
  LatencyTrace(Settings settings) {
    prefix = settings.text(Setting.TOPIC_PREFIX);
    Set<String> topics = POINTS.stream().map(point -> point.topic().name(prefix)).collect(Collectors.toSet());
    stamp(settings, topics);
    POINTS.forEach(point -> came.put(point, new ConcurrentHashMap<>()));
    consumer = new KafkaConsumer<>(KafkaProperties.consumer(settings), new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    reader.start();
  }

  private static void stamp(Settings settings, Set<String> topics) {
    AlterConfigOp append = new AlterConfigOp(new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(KafkaProperties.admin(settings))) {
      admin.incrementalAlterConfigs(topics.stream().collect(Collectors.toMap(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
          topic -> List.of(append)))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("topics could not be made to stamp their records: " + e.getMessage(), e);
    }
  }

  private void read() {
    while (!closed) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        long now = System.nanoTime();
        JsonNode value = Json.read(record.value(), JsonNode.class);
        for (String article : record.topic().equals(Topics.TAGGED.name(prefix)) ? Set.of(record.key()) : articles(value)) {
          POINTS.stream().filter(point -> point.topic().name(prefix).equals(record.topic()))
              .forEach(point -> came.get(point).putIfAbsent(article, point.as() == As.READ ? now : epoch + record.timestamp() * 1_000_000));
        }
        String id = value.path("id").asText();
        if (!id.isEmpty() && !records.add(record.topic() + " " + id)) {
          doubled.incrementAndGet();
        }
      }
    }
    consumer.close();
  }

  /** The ids of the articles of which a hit, an alert, several alerts or a message tell. */
  private static Set<String> articles(JsonNode value) {
    return value.findValues("article").stream().map(article -> article.path("id").asText()).collect(Collectors.toSet());
  }

  /** Article {@code id} was due at {@code nanos}. */
  void published(String id, long nanos) {
    published.put(id, nanos);
  }

  /** The webhook was told. */
  void told(String message, byte[] body) {
    long now = System.nanoTime();
    try {
      articles(Json.mapper().readTree(body)).forEach(article -> arrived.putIfAbsent(article, now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!messages.add(message)) {
      toldAgain.incrementAndGet();
    }
  }

  /** How many articles are tagged, and that is committed. */
  int tagged() {
    return came.get(POINTS.get(0)).size();
  }

  /** Of how many articles the webhook was told. */
  int arrived() {
    return arrived.size();
  }

  /** What came of the last {@code n} articles, from article number {@code first} in the order of publication. */
  LatencyBench.Result result(double highestRate, double rate, int first, int n) {
    List<String> articles = published.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).skip(first).toList();
    int lost = (int) articles.stream().filter(article -> !arrived.containsKey(article)).count();
    List<Map<String, Long>> way = Stream.of(Stream.of(published), POINTS.stream().map(came::get), Stream.of(arrived)).flatMap(each -> each).toList();
    List<String> names = Stream.concat(POINTS.stream().map(Point::name), Stream.of(WEBHOOK)).toList();
    List<Hop> hops = new ArrayList<>();
    IntStream.range(0, names.size()).forEach(i -> hops.add(hop(names.get(i), articles, way.get(i), way.get(i + 1))));
    return new LatencyBench.Result(highestRate, rate, n, lost, doubled.get(), toldAgain.get(), hops, hop("end to end", articles, published, arrived));
  }

  private static Hop hop(String name, List<String> articles, Map<String, Long> from, Map<String, Long> to) {
    double[] millis = articles.stream().filter(article -> from.containsKey(article) && to.containsKey(article))
        .mapToDouble(article -> Math.max(0, (to.get(article) - from.get(article)) / 1e6)).sorted().toArray();
    return millis.length == 0 ? new Hop(name, 0, 0, 0) : new Hop(name, at(millis, 0.50), at(millis, 0.99), millis[millis.length - 1]);
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
  }

  @Override
  public void close() {
    closed = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
