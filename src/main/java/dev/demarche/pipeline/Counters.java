package dev.demarche.pipeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the stages of this instance did. The equation between them:
 * {@code ARTICLES = TAGGED + KNOWN + FORGOTTEN + DEAD_ARTICLES}.
 * A record that is processed again after an aborted transaction counts again; the topics hold it once. Safe for use by several threads.
 */
public final class Counters {

  /** What is counted. */
  public enum Name {
    /** Records read from the articles topic. */
    ARTICLES,
    /** Articles tagged. */
    TAGGED,
    /** Articles dropped because the same text was known under the same id. */
    KNOWN,
    /** Tombstones: articles forgotten. */
    FORGOTTEN,
    /** Records of the articles topic that became dead letters. */
    DEAD_ARTICLES,
    /** Dead letters of the stages behind tagging. */
    DEAD_OTHERS,
    /** Articles whose key was not their id, sent to where their id belongs. */
    REKEYED,
    /** Articles whose publication date lies in the future, so that the time of receipt counts. */
    FUTURE,
    /** Statements found. */
    STATEMENTS,
    /** Stances found. */
    STANCES,
    /** Conditions found. */
    CONDITIONS,
    /** Reports of an actor on an issue, written. */
    STANDS,
    /** Reports of an actor on an issue, taken into where it stands. */
    PLACED,
    /** Shifts told, corrections included. */
    SHIFTS,
    /** Shifts withdrawn. */
    WITHDRAWN,
    /** What articles hold that bears on conditions, written: one an article and key. */
    BEARINGS,
    /** The same, taken into what is known of the conditions. */
    PURSUED,
    /** States into which conditions have come. */
    CONDITION_CHANGES,
    /** Tagged articles that the watches were asked about. */
    MATCHED,
    /** Findings that a watch asks for. */
    HITS,
    /** Hits on an utterance that the watch was told of before. */
    TOLD,
    /** Hits that a trigger counts, whatever comes of them. */
    COUNTED,
    /** Alerts raised by what a trigger counted, or by a silence. */
    EPISODES,
    /** Alerts raised, those among them. */
    ALERTS,
    /** Notifications written. */
    NOTIFICATIONS,
    /** Alerts of which people were told; repetitions do not count. */
    NOTIFIED,
    /** Alerts of which people were not told, for a silence, an inhibition, or since somebody had taken them on. */
    SUPPRESSED,
    /** Reactions to alerts, taken into their lives. */
    REACTIONS
  }

  private final Map<Name, LongAdder> counts = new EnumMap<>(Name.class);
  private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

  public Counters() {
    for (Name name : Name.values()) {
      counts.put(name, new LongAdder());
    }
  }

  void add(Name name, long n) {
    counts.get(name).add(n);
  }

  void time(String stage, long elapsed) {
    nanos.computeIfAbsent(stage, s -> new LongAdder()).add(elapsed);
  }

  /** How often {@code name} was counted. */
  public long count(Name name) {
    return counts.get(name).sum();
  }

  /** Articles of which the stream has disposed, in whatever way. */
  public long accountedFor() {
    return count(Name.TAGGED) + count(Name.KNOWN) + count(Name.FORGOTTEN) + count(Name.DEAD_ARTICLES);
  }

  /** Whether nothing is on its way between the stages of this instance, where it runs alone. */
  public boolean atRest() {
    return count(Name.MATCHED) == count(Name.TAGGED) && count(Name.PLACED) == count(Name.STANDS) && count(Name.PURSUED) == count(Name.BEARINGS)
        && count(Name.HITS) == count(Name.ALERTS) - count(Name.EPISODES) + count(Name.TOLD) + count(Name.COUNTED);
  }

  /** Nanoseconds that each stage took in its own code, over all threads. */
  public Map<String, Long> nanosByStage() {
    Map<String, Long> times = new TreeMap<>();
    nanos.forEach((stage, sum) -> times.put(stage, sum.sum()));
    return times;
  }
}
