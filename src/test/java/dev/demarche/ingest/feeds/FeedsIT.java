package dev.demarche.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.ingest.LocalWeb;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code feeds} as a process of its own, killed in the middle and started again, against good, bad and hostile feeds. */
class FeedsIT {
  private static final int THREADS = 16;
  private static final int MOST_BEFORE_THE_KILL = 3_500;

  @TempDir private Path folder;

  @Test
  void everyEntryIsAccountedForOnceAtThePaceOfItsFeedThoughTheProcessIsKilledInTheMiddle() throws Exception {
    try (LocalWeb web = new LocalWeb(); EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka"), 0, Map.of()).start()) {
      ManyFeeds feeds = new ManyFeeds(web);
      assertThat(feeds.faults()).hasSize(ManyFeeds.Fault.values().length);
      Path list = Files.writeString(folder.resolve("feeds.yaml"), feeds.list());
      Settings settings = Settings.of(Map.of("bootstrap", kafka.bootstrap()));
      Demo.applyTopics(settings, 3);
      int articles = feeds.feeds().stream().mapToInt(ManyFeeds.Feed::articles).sum();
      int letters = feeds.feeds().stream().mapToInt(ManyFeeds.Feed::letters).sum();

      long begun = System.nanoTime();
      Process first = start(list, kafka.bootstrap(), "first");
      long before = await(settings, "news.articles", MOST_BEFORE_THE_KILL, first);
      first.destroyForcibly().waitFor();
      long killed = System.nanoTime();
      Process second = start(list, kafka.bootstrap(), "second");
      await(settings, "news.articles", articles, second);
      await(settings, "news.dead-letters", letters, second);
      double seconds = (System.nanoTime() - begun) / 1e9;
      Thread.sleep(4_000);
      long ended = System.nanoTime();
      second.destroy();
      assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();

      Set<String> ids = new HashSet<>();
      Map<String, Integer> byFeed = new TreeMap<>();
      List<String> doubled = new ArrayList<>();
      read(settings, "news.articles", (key, value) -> {
        if (!ids.add(key)) {
          doubled.add(key);
        }
        String text = value.path("text").asText().replaceAll("(?s).*?of feed (\\d+),.*", "/feed/$1");
        byFeed.merge(text, 1, Integer::sum);
      });
      Map<String, Integer> reasons = new TreeMap<>();
      read(settings, "news.dead-letters", (key, value) -> reasons.merge(value.path("reason").asText(), 1, Integer::sum));
      Map<String, Integer> expected = new TreeMap<>();
      feeds.feeds().stream().filter(feed -> feed.articles() > 0).forEach(feed -> expected.put(feed.path(), feed.articles()));

      System.out.printf("feeds: %d feeds of %d entries, %d articles and %d dead letters %s in %.1f s, killed (-9) after %d articles (%.1f s in)%n",
          ManyFeeds.FEEDS, ManyFeeds.ENTRIES, ids.size(), reasons.values().stream().mapToInt(n -> n).sum(), reasons, seconds, before,
          (killed - begun) / 1e9);
      assertThat(doubled).isEmpty();
      assertThat(byFeed).isEqualTo(expected);
      assertThat(ids).hasSize(articles);
      assertThat(reasons.values().stream().mapToInt(n -> n).sum()).as("dead letters %s", reasons).isEqualTo(letters);
      assertThat(reasons).containsKeys(DeadLetter.Reason.FEED_UNREADABLE.name(), DeadLetter.Reason.BODY_TOO_LARGE.name(),
          DeadLetter.Reason.ROBOTS_DISALLOW.name(), DeadLetter.Reason.TEXT_MISSING.name(), DeadLetter.Reason.FETCH_FAILED.name());
      assertThat(web.asked("/secret")).isEmpty();
      assertThat(web.asked().stream().filter(asked -> asked.path().startsWith("/private/"))).isEmpty();
      pace(web, feeds, killed, ended);
    }
  }

  /** Polls of one process lie as far apart as the feed wishes; only what was polled and not yet written when it was killed is polled anew. */
  private static void pace(LocalWeb web, ManyFeeds feeds, long killed, long ended) {
    int again = 0;
    int repeated = 0;
    for (ManyFeeds.Feed feed : feeds.feeds()) {
      if (feed.fault() == ManyFeeds.Fault.LOOP) {
        continue;
      }
      List<LocalWeb.Asked> polls = web.asked(feed.path());
      long shortest = feed.seconds() * 1_000_000_000L;
      for (int n = 1; n < polls.size(); n++) {
        long gap = polls.get(n).nanos() - polls.get(n - 1).nanos();
        boolean acrossTheKill = polls.get(n - 1).nanos() < killed && polls.get(n).nanos() > killed;
        if (acrossTheKill && gap < shortest) {
          again++;
        } else {
          assertThat(gap).as("nanoseconds between polls of %s", feed).isGreaterThanOrEqualTo(shortest - 5_000_000L);
          repeated++;
        }
      }
      if (feed.seconds() <= 2) {
        assertThat(polls.get(polls.size() - 1).nanos()).as("last poll of %s before the end", feed).isGreaterThan(ended - 8_000_000_000L);
      }
    }
    assertThat(again).as("feeds asked again because of the kill").isLessThanOrEqualTo(4 * THREADS);
    assertThat(repeated).as("polls that came round").isGreaterThan(10);
    System.out.println("feeds: " + again + " feeds were asked again because of the kill; " + repeated + " polls came round at their pace");
  }

  private Process start(Path list, String bootstrap, String name) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
    String jar = System.getProperty("demarche.jar");
    if (jar != null && Files.exists(Path.of(jar))) {
      command.addAll(List.of("-jar", jar));
    } else {
      command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "dev.demarche.cli.Main"));
    }
    command.addAll(List.of("feeds", "--bootstrap", bootstrap, "--feeds", list.toString(), "--allow-private", "--set", "feeds.interval.min.seconds=1", "--set",
        "feeds.interval.seconds=600", "--set", "web.timeout.seconds=8", "--set", "web.host.requests=" + THREADS, "--set", "feeds.threads=" + THREADS,
        "--set", "web.body.bytes=2000000"));
    Path log = folder.resolve(name + ".log");
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private long await(Settings settings, String topic, long wanted, Process process) throws Exception {
    long end = System.nanoTime() + 90_000_000_000L;
    long found = 0;
    while (System.nanoTime() < end) {
      found = count(settings, topic);
      if (found >= wanted) {
        return found;
      }
      assertThat(process.isAlive()).as("the process lives; it said %s", log()).isTrue();
      Thread.sleep(50);
    }
    throw new AssertionError(topic + " holds " + found + " records, wanted " + wanted + "; the processes said " + log());
  }

  private String log() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("first", "second")) {
      Path log = folder.resolve(name + ".log");
      all.append(Files.exists(log) ? Files.readString(log) : "");
    }
    return all.substring(Math.max(0, all.length() - 6_000));
  }

  private static long count(Settings settings, String topic) {
    long[] count = new long[1];
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), topic)) {
      reader.readToEnd(record -> count[0]++);
    }
    return count[0];
  }

  private interface Each {
    void take(String key, JsonNode value);
  }

  private static void read(Settings settings, String topic, Each each) {
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), topic)) {
      reader.readToEnd(record -> each.take(record.key(), Json.read(record.value(), JsonNode.class)));
    }
  }
}
