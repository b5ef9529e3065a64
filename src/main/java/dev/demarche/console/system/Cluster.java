package dev.demarche.console.system;

import java.time.Instant;
import java.util.List;

/** What the brokers tell of the stream. Asking takes up to some seconds. Not for use by several threads. */
public interface Cluster extends AutoCloseable {

  /** What they tell now; what they do not tell stands in {@link Sight#unseen()}. Throws nothing that the brokers cause. */
  Sight look();

  @Override
  void close();

  /**
   * What was seen.
   *
   * @param at      when
   * @param groups  those of the stream and of the delivery that are there
   * @param lags    how far they are, by group, topic and partition
   * @param missing topics that the stream needs and that are not there
   * @param feeds   feeds whose last polls failed
   * @param unseen  what could not be seen, and what to do about it
   */
  record Sight(Instant at, List<Group> groups, List<Lag> lags, List<String> missing, List<Feed> feeds, List<Unseen> unseen) {
    public Sight {
      groups = List.copyOf(groups);
      lags = List.copyOf(lags);
      missing = List.copyOf(missing);
      feeds = List.copyOf(feeds);
      unseen = List.copyOf(unseen);
    }
  }

  /**
   * A group of consumers.
   *
   * @param id       of the group
   * @param purpose  stream or delivery
   * @param protocol classic, consumer or streams
   * @param state    as Kafka names it
   */
  record Group(String id, String purpose, String protocol, String state, List<Member> members) {}

  /**
   * A member of a group: a thread of an instance.
   *
   * @param client     its client id
   * @param host       as the broker sees it
   * @param here       whether it belongs to the instance that serves this console
   * @param partitions what it reads, as {@code topic: 0, 2}
   */
  record Member(String client, String host, boolean here, List<String> partitions) {}

  /**
   * How far a group has come in a partition.
   *
   * @param committed next offset to be read, or -1 where nothing was committed
   * @param end       where the partition ends
   * @param waiting   records that wait
   */
  record Lag(String group, String topic, int partition, long committed, long end, long waiting) {}

  /**
   * A feed whose last polls failed.
   *
   * @param next when it is polled again, or null
   */
  record Feed(String url, int failures, String problem, Instant next) {}

  /** What could not be seen, and what to do about it. */
  record Unseen(String what, String mend) {}
}
