package dev.demarche.app;

import dev.demarche.console.Readiness;
import dev.demarche.pipeline.Counters;
import dev.demarche.pipeline.Counters.Name;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What an instance did and does, as metrics for Prometheus: the stream's own counters with the equation between them, Kafka Streams', those
 * of the JVM, and how much waits. Their names and what they mean stand in {@code docs/operate.md}. Safe for use by several threads.
 */
public final class StreamMetrics implements AutoCloseable {
  private static final double NANOS = 1e9;
  private static final List<Topic<?, ?>> SOURCES = List.of(Topics.ARTICLES, Topics.REKEYED, Topics.STANDS, Topics.BEARINGS, Topics.HITS,
      Topics.REACTIONS);

  private final StreamApp app;
  private final String prefix;
  private final Meters meters;
  private final MeterRegistry registry;
  private final Set<String> stages = new HashSet<>();
  private boolean streamsBound;

  /** Metrics of {@code app}, which need not run yet, and {@code more}. */
  public StreamMetrics(StreamApp app, Settings settings, List<? extends MeterBinder> more) {
    this.app = app;
    this.prefix = settings.text(Setting.TOPIC_PREFIX);
    this.meters = new Meters(settings);
    this.registry = meters.registry();
    more.forEach(meters::bind);
    counters(app.counters());
    gauges();
  }

  private void counters(Counters c) {
    count("demarche.articles", "records read from the articles topic", c, Name.ARTICLES);
    disposed("tagged", c, Name.TAGGED);
    disposed("known", c, Name.KNOWN);
    disposed("forgotten", c, Name.FORGOTTEN);
    disposed("dead", c, Name.DEAD_ARTICLES);
    count("demarche.dead.letters", "records that became dead letters", c, Name.DEAD_ARTICLES, "of", "articles");
    count("demarche.dead.letters", "records that became dead letters", c, Name.DEAD_OTHERS, "of", "others");
    count("demarche.rekeyed", "articles whose key was not their id", c, Name.REKEYED);
    count("demarche.future.dates", "articles dated in the future", c, Name.FUTURE);
    count("demarche.findings", "what was found in articles", c, Name.STATEMENTS, "kind", "statement");
    count("demarche.findings", "what was found in articles", c, Name.STANCES, "kind", "stance");
    count("demarche.findings", "what was found in articles", c, Name.CONDITIONS, "kind", "condition");
    count("demarche.stands", "reports of an actor on an issue, written", c, Name.STANDS);
    count("demarche.placed", "reports of an actor on an issue, taken into where it stands", c, Name.PLACED);
    count("demarche.bearings", "what articles hold that bears on conditions, written", c, Name.BEARINGS);
    count("demarche.pursued", "what articles hold that bears on conditions, taken into what is known of them", c, Name.PURSUED);
    count("demarche.condition.changes", "states into which conditions have come", c, Name.CONDITION_CHANGES);
    count("demarche.shifts", "shifts of position", c, Name.SHIFTS, "as", "told");
    count("demarche.shifts", "shifts of position", c, Name.WITHDRAWN, "as", "withdrawn");
    count("demarche.matched", "tagged articles that the watches were asked about", c, Name.MATCHED);
    count("demarche.hits", "findings that a watch asks for", c, Name.HITS);
    count("demarche.told", "hits on an utterance that the watch was told of before", c, Name.TOLD);
    count("demarche.counted", "hits that a trigger counts", c, Name.COUNTED);
    count("demarche.episodes", "alerts raised by what a trigger counted, or by a silence", c, Name.EPISODES);
    count("demarche.alerts", "alerts raised, those of episodes among them", c, Name.ALERTS);
    count("demarche.notifications", "notifications written", c, Name.NOTIFICATIONS);
    count("demarche.notified", "alerts of which people were told", c, Name.NOTIFIED);
    count("demarche.suppressed", "alerts of which people were not told", c, Name.SUPPRESSED);
    count("demarche.reactions", "reactions to alerts", c, Name.REACTIONS);
    Gauge.builder("demarche.articles.unaccounted", c, all -> all.count(Name.ARTICLES) - all.accountedFor())
        .description("articles read less those disposed of; over all instances about 0").register(registry);
  }

  private void disposed(String as, Counters c, Name name) {
    count("demarche.articles.disposed", "articles of which the stream has disposed; their sum is that of articles read", c, name, "as", as);
  }

  private void count(String metric, String description, Counters c, Name name, String... tags) {
    FunctionCounter.builder(metric, c, all -> all.count(name)).description(description).tags(tags).register(registry);
  }

  private void gauges() {
    Gauge.builder("demarche.ready", app, a -> a.readiness().ready() ? 1 : 0).description("1 where the instance reads articles")
        .register(registry);
    for (Topic<?, ?> topic : List.of(Topics.ACTORS, Topics.ISSUES, Topics.WATCHES)) {
      Gauge.builder("demarche.catalogue.entries", app, a -> entries(a.readiness(), topic)).description("entries loaded")
          .tag("catalogue", topic.name()).register(registry);
    }
    for (Topic<?, ?> topic : SOURCES) {
      Gauge.builder("demarche.lag.records", app, a -> lag(a.streams(), topic.name(prefix)))
          .description("records that wait in the partitions of this instance").tag("topic", topic.name()).register(registry);
    }
  }

  private static int entries(Readiness readiness, Topic<?, ?> catalogue) {
    return readiness.catalogues().getOrDefault(catalogue.name(), 0);
  }

  private static double lag(KafkaStreams streams, String topic) {
    if (streams == null) {
      return 0;
    }
    double sum = 0;
    for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
      MetricName name = metric.getKey();
      // Where a topic's name holds dots, Kafka gives the metric a second time under the name with underscores.
      if (name.name().equals("records-lag") && topic.equals(name.tags().get("topic")) && metric.getValue().metricValue() instanceof Double lag
          && lag > 0) {
        sum += lag;
      }
    }
    return sum;
  }

  /** All metrics at the moment, in Prometheus' text format. */
  public synchronized String scrape() {
    if (!streamsBound && app.streams() != null && app.readiness().ready()) {
      meters.bind(new KafkaStreamsMetrics(app.streams()));
      streamsBound = true;
    }
    for (String stage : app.counters().nanosByStage().keySet()) {
      if (stages.add(stage)) {
        FunctionCounter.builder("demarche.stage.seconds", app.counters(), c -> c.nanosByStage().get(stage) / NANOS)
            .description("time that stages took in their own code, over all threads").tag("stage", stage).register(registry);
      }
    }
    return meters.scrape();
  }

  @Override
  public synchronized void close() {
    meters.close();
  }
}
