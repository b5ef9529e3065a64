package dev.demarche.console.system;

import dev.demarche.console.Readiness;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How all is.
 *
 * @param at        when this was made
 * @param well      whether nothing is wrong; notes do not count
 * @param sentence  the same in words
 * @param troubles  the worst first
 * @param speed     of the instance
 * @param stages    time an article by stage, of the instance since its start, the slowest first
 * @param work      of the instance since its start
 * @param lags      by group and topic, the most waiting first
 * @param sight     what the brokers told last, or null before they did
 * @param progress  of the console, or null where it is not known
 * @param letters   dead letters of the last 24 hours, by reason
 * @param receivers deliveries by receiver
 */
public record Overview(Instant at, boolean well, String sentence, List<Trouble> troubles, Readiness readiness, Instance.About about, Speed speed,
                       List<StageTime> stages, Instance.Work work, List<TopicLag> lags, Cluster.Sight sight, Progress progress, Map<String, Long> letters,
                       List<Receivers.Receiver> receivers) {

  /**
   * Articles a second.
   *
   * @param seconds of which there are samples, 3600 at most
   * @param line    minute by minute
   */
  public record Speed(double lastMinute, double lastHour, int seconds, Spark line) {}

  /**
   * What a stage takes.
   *
   * @param millis an article that was read
   * @param share  of all stages' time, 0 to 1
   */
  public record StageTime(String stage, double millis, double share) {}

  /** What waits on a topic for a group. */
  public record TopicLag(String group, String topic, long waiting, List<Cluster.Lag> partitions) {}

  /** How many records wait in all. */
  public long waiting() {
    return lags.stream().mapToLong(TopicLag::waiting).sum();
  }

  /** How many dead letters the last 24 hours had. */
  public long lettersOfDay() {
    return letters.values().stream().mapToLong(Long::longValue).sum();
  }
}
