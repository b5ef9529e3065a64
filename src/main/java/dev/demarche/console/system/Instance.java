package dev.demarche.console.system;

import dev.demarche.console.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The instance that serves this console. Each call is cheap and asks nobody else. Safe for use by several threads. */
public interface Instance {

  /** How it is. */
  Readiness readiness();

  /** What its stages did since the start. */
  Work work();

  /** What it is and uses now. */
  About about();

  /**
   * What stages did.
   *
   * @param articles   records read from the articles topic
   * @param disposed   what became of them: tagged, known, forgotten, dead
   * @param deadOthers dead letters of the stages behind tagging
   * @param nanos      time in each stage's own code, over all threads
   */
  record Work(long articles, SortedMap<String, Long> disposed, long deadOthers, SortedMap<String, Long> nanos) {

    /** Articles of which it has disposed. */
    public long accountedFor() {
      return disposed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Articles read less those disposed of: on their way, or disposed of by another instance. */
    public long remainder() {
      return articles - accountedFor();
    }
  }

  /**
   * What it is.
   *
   * @param application id of the stream
   * @param version     of the program
   * @param uptime      of the process
   * @param heapUsed    bytes
   * @param heapMax     bytes
   * @param threads     of the stream
   * @param clients     ids of its Kafka consumers
   * @param stores      by name
   * @param settings    some that explain what is seen, by their names
   */
  record About(String application, String version, Duration uptime, long heapUsed, long heapMax, int threads, List<String> clients, List<Store> stores,
               Map<String, String> settings) {}

  /**
   * A state store, all partitions of this instance together.
   *
   * @param entries about how many; -1 where it does not tell
   * @param bytes   on disk; -1 where it does not tell
   */
  record Store(String name, long entries, long bytes) {}
}
