package dev.demarche.console;

import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.live.FilledLive;
import dev.demarche.console.positions.LineStore;
import dev.demarche.console.system.Cluster;
import dev.demarche.console.system.Instance;
import dev.demarche.console.system.Looked;
import dev.demarche.console.system.Watchman;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Shift;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.positions.Line;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.MockTopics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;

/** All rooms over an index of which every record is hostile. */
final class HostileHouse implements AutoCloseable {
  static final String LETTER = "news.dead-letters-0@17";
  static final String BINARY = "news.dead-letters-0@18";
  static final String ELSEWHERE = "news.dead-letters-0@19";
  private static final int VARIANTS = 8;

  private final FilledIndex index;
  private final FilledLive live;
  private final Watchman watchman;
  private final AllRooms rooms;

  HostileHouse() throws Exception {
    Clock clock = Clock.fixed(HostileRecords.AT.plus(Duration.ofHours(1)), ZoneOffset.UTC);
    index = new FilledIndex();
    live = new FilledLive(clock);
    MockTopics topics = new MockTopics();
    for (int variant = 0; variant < VARIANTS; variant++) {
      index.put(HostileRecords.of(TaggedArticle.class, variant));
      for (Shelves<?> shelf : Shelves.ALL) {
        put(shelf, variant);
      }
    }
    letters(topics);
    watchman = Looked.at(new HostileInstance(), HostileRecords.of(Cluster.Sight.class), clock);
    LineStore lines = key -> new LineStore.Known(HostileRecords.of(Line.class), null, null);
    rooms = new AllRooms(new AllRooms.Around(index.archive(), live.live(), lines, watchman, topics, HostileRecords.of(Alert.class), HostileRecords.TEXT, clock));
  }

  /** Of the deliveries, only those that are pending have the time that each component is given; dead letters stand at places. */
  private <V> void put(Shelves<V> shelf, int variant) throws Exception {
    if (shelf.equals(Shelves.DEAD_LETTERS) || shelf.equals(Shelves.DELIVERIES) && variant > 0) {
      return;
    }
    @SuppressWarnings("unchecked")
    V value = (V) HostileRecords.of(HostileRecords.type(shelf), variant);
    index.put(shelf, HostileRecords.id(variant), value);
  }

  private void letters(MockTopics topics) throws Exception {
    byte[] text = HostileRecords.TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] binary = Arrays.copyOf(text, text.length + 1);
    binary[text.length] = (byte) 0xFF;
    topics.put("news.articles", 3, 17, text, text);
    topics.put("news.articles", 4, 18, text, binary);
    index.put(Shelves.DEAD_LETTERS, LETTER, letter("news.articles", 3, 17, text));
    index.put(Shelves.DEAD_LETTERS, BINARY, letter("news.articles", 4, 18, binary));
    index.put(Shelves.DEAD_LETTERS, ELSEWHERE, letter(HostileRecords.TEXT, 0, 0, text));
  }

  private static DeadLetter letter(String topic, int partition, long offset, byte[] value) {
    return DeadLetter.of(DeadLetter.Reason.NOT_JSON, HostileRecords.TEXT, HostileRecords.TEXT, HostileRecords.TEXT, topic, partition, offset,
        HostileRecords.TEXT.getBytes(StandardCharsets.UTF_8), value, HostileRecords.AT);
  }

  /** Lets a line of each kind come. */
  void live() {
    live.put(HostileRecords.of(StatementRecord.class), HostileRecords.of(StanceRecord.class), HostileRecords.of(Shift.class),
        HostileRecords.of(ConditionState.class), HostileRecords.of(Alert.class));
  }

  ListenAddress at() {
    return rooms.at();
  }

  private static final class HostileInstance implements Instance {
    @Override
    public Readiness readiness() {
      return HostileRecords.of(Readiness.class);
    }

    @Override
    public Work work() {
      return HostileRecords.of(Work.class);
    }

    @Override
    public About about() {
      return HostileRecords.of(About.class);
    }
  }

  @Override
  public void close() throws Exception {
    rooms.close();
    watchman.close();
    live.close();
  }
}
