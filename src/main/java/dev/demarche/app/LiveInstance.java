package dev.demarche.app;

import dev.demarche.console.Readiness;
import dev.demarche.console.system.Instance;
import dev.demarche.pipeline.Counters;
import dev.demarche.pipeline.Counters.Name;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;

/** An instance of the stream, as the console sees it. Safe for use by several threads. */
final class LiveInstance implements Instance {
  private static final String STORES = "stream-state-metrics";
  private static final List<Setting> SHOWN = List.of(Setting.BOOTSTRAP, Setting.TOPIC_PREFIX, Setting.PROCESSING_GUARANTEE, Setting.GROUP_PROTOCOL,
      Setting.THREADS);

  private final Settings settings;
  private final StreamApp app;
  private final AlertDelivery delivery;

  /** @param delivery of the same process, or null */
  LiveInstance(Settings settings, StreamApp app, AlertDelivery delivery) {
    this.settings = settings;
    this.app = app;
    this.delivery = delivery;
  }

  @Override
  public Readiness readiness() {
    return delivery == null ? app.readiness() : delivery.readiness(app.readiness());
  }

  @Override
  public Work work() {
    Counters c = app.counters();
    // Read first: an article that comes meanwhile is then one on its way, and not one too many.
    SortedMap<String, Long> disposed = new TreeMap<>(Map.of("tagged", c.count(Name.TAGGED), "known", c.count(Name.KNOWN),
        "forgotten", c.count(Name.FORGOTTEN), "dead", c.count(Name.DEAD_ARTICLES)));
    return new Work(c.count(Name.ARTICLES), disposed, c.count(Name.DEAD_OTHERS), new TreeMap<>(c.nanosByStage()));
  }

  @Override
  public About about() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    KafkaStreams streams = app.streams();
    List<String> clients = streams == null ? List.of() : streams.metadataForLocalThreads().stream().map(ThreadMetadata::consumerClientId).sorted().toList();
    Map<String, String> shown = new LinkedHashMap<>();
    SHOWN.forEach(setting -> shown.put(setting.key(), settings.text(setting)));
    return new About(settings.text(Setting.APPLICATION_ID), ProductVersion.current(), Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
        heap.getUsed(), heap.getMax(), settings.number(Setting.THREADS), clients, streams == null ? List.of() : stores(streams.metrics()), shown);
  }

  /** By store, all partitions together; only stores on disk tell. */
  private static List<Store> stores(Map<MetricName, ? extends Metric> metrics) {
    SortedMap<String, Long> entries = new TreeMap<>();
    SortedMap<String, Long> bytes = new TreeMap<>();
    metrics.forEach((name, metric) -> {
      SortedMap<String, Long> sums = !name.group().equals(STORES) ? null : name.name().equals("estimate-num-keys") ? entries
          : name.name().equals("total-sst-files-size") ? bytes : null;
      String store = sums == null ? null : name.tags().entrySet().stream().filter(tag -> tag.getKey().endsWith("state-id")).map(Map.Entry::getValue)
          .findFirst().orElse(null);
      if (store != null) {
        sums.merge(store, value(metric), Long::sum);
      }
    });
    return entries.entrySet().stream().map(store -> new Store(store.getKey(), store.getValue(), bytes.getOrDefault(store.getKey(), -1L))).toList();
  }

  private static long value(Metric metric) {
    try {
      return metric.metricValue() instanceof Number number ? number.longValue() : 0;
    } catch (RuntimeException e) {
      return 0; // The store is being closed.
    }
  }
}
