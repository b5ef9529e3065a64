package dev.demarche.console.system;

import dev.demarche.console.Readiness;
import dev.demarche.console.system.Overview.Speed;
import dev.demarche.console.system.Overview.StageTime;
import dev.demarche.console.system.Overview.TopicLag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the room System shows, page and API alike. Safe for use by several threads. */
public final class SystemRoom {
  private static final double NANOS = 1e6;

  private final Watchman watchman;
  private final Supplier<Progress> progress;
  private final Letters letters;
  private final Receivers receivers;
  private final Clock clock;

  /** @param progress how far the console has read; may give null */
  public SystemRoom(Watchman watchman, Supplier<Progress> progress, Letters letters, Receivers receivers, Clock clock) {
    this.watchman = Objects.requireNonNull(watchman, "watchman");
    this.progress = Objects.requireNonNull(progress, "progress");
    this.letters = Objects.requireNonNull(letters, "letters");
    this.receivers = Objects.requireNonNull(receivers, "receivers");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** How all is now. Asks no broker. */
  Overview overview() {
    Instant now = clock.instant();
    Readiness readiness = watchman.instance().readiness();
    Instance.About about = watchman.instance().about();
    Instance.Work work = watchman.instance().work();
    Cluster.Sight sight = watchman.sight();
    List<TopicLag> lags = sight == null ? List.of() : lags(sight.lags());
    Progress read = progress.get();
    Map<String, Long> dead = letters.ofLastDay(now);
    List<Receivers.Receiver> told = receivers.all();
    List<Trouble> troubles = Judge.of(now, readiness, about, lags, sight, read, dead, told);
    Rates rates = watchman.rates();
    return new Overview(now, troubles.stream().allMatch(trouble -> trouble.grade() == Trouble.Grade.NOTE), Judge.sentence(troubles, lags, sight), troubles,
        readiness, about, new Speed(rates.ofMinute(), rates.ofHour(), rates.seconds(), Spark.of(rates.byMinute())), stages(work), work, lags, sight, read,
        dead, told);
  }

  private static List<StageTime> stages(Instance.Work work) {
    double all = work.nanos().values().stream().mapToLong(Long::longValue).sum();
    return work.nanos().entrySet().stream()
        .map(stage -> new StageTime(stage.getKey(), work.articles() == 0 ? 0 : stage.getValue() / NANOS / work.articles(),
            all == 0 ? 0 : stage.getValue() / all))
        .sorted(Comparator.comparingDouble(StageTime::millis).reversed()).toList();
  }

  private static List<TopicLag> lags(List<Cluster.Lag> lags) {
    Map<String, List<Cluster.Lag>> byTopic = new TreeMap<>();
    lags.forEach(lag -> byTopic.computeIfAbsent(lag.group() + "\n" + lag.topic(), topic -> new ArrayList<>()).add(lag));
    return byTopic.values().stream()
        .map(some -> new TopicLag(some.get(0).group(), some.get(0).topic(), some.stream().mapToLong(Cluster.Lag::waiting).sum(), List.copyOf(some)))
        .sorted(Comparator.comparingLong(TopicLag::waiting).reversed()).toList();
  }
}
