package dev.demarche.console;

import dev.demarche.catalogue.Packs;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Taggings;
import dev.demarche.console.live.FilledLive;
import dev.demarche.console.positions.LineStore;
import dev.demarche.console.positions.MadePositions;
import dev.demarche.console.reader.Made;
import dev.demarche.console.system.Cluster;
import dev.demarche.console.system.Instance;
import dev.demarche.console.system.Looked;
import dev.demarche.console.system.Watchman;
import dev.demarche.domain.Act;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Position;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Silence;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.MockTopics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rooms over an index of some records as a stream writes them, in which much is not known. */
final class PlainHouse implements AutoCloseable {
  static final String LETTER = "news.dead-letters-0@17";
  static final String KEY = "sudria|ceasefire";

  private final FilledIndex index;
  private final FilledLive live;
  private final Watchman watchman;
  private final AllRooms rooms;

  PlainHouse() throws Exception {
    Instant now = Made.AT.plusSeconds(3_600);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    index = new FilledIndex();
    live = new FilledLive(clock);
    TaggedArticle article = Made.article("n1", null, null);
    index.put(article);
    index.put(Taggings.article("n2", 1, "a.example", null, Made.AT));
    index.put(Taggings.article("n3", 1, "b.example", "Norland refuses", Made.AT.plusSeconds(60)));
    index.put(Shelves.ACTORS, Made.MARA.id(), Made.MARA);
    index.put(Shelves.ACTORS, Made.NORWAY.id(), Made.NORWAY);
    index.put(Shelves.ACTORS, Made.NORDICS.id(), Made.NORDICS);
    index.put(Shelves.ISSUES, "ceasefire", new Issue("ceasefire", "Ceasefire", "ceasefire OR truce"));
    index.put(Shelves.SHIFTS, "shift1", Made.shift(article));
    index.put(Shelves.CONDITIONS, "cond1", Made.condition(article));
    MadePositions positions = new MadePositions().report("2025-05-01", "Sudria", Act.REJECT, null, "ceasefire", "rejects it", null)
        .report("2025-05-10", "Sudria", Act.SUPPORT, "Norland", "ceasefire", "supports it", "the guns fall silent");
    index.put(Shelves.POSITIONS, KEY + "|", positions.position("Sudria", "ceasefire"));
    index.put(Shelves.POSITIONS, "towards", Made.position(article));
    for (Shift shift : positions.shifts()) {
      index.put(Shelves.SHIFTS, shift.id(), shift);
    }
    alerts(article);
    index.put(Shelves.DEAD_LETTERS, LETTER, DeadLetter.of(DeadLetter.Reason.EMPTY_RECORD, "it is empty", "send something", "read", "news.articles", 0, 3, null, null,
        Made.AT));
    watchman = Looked.at(new PlainInstance(), new Cluster.Sight(now, List.of(), List.of(), List.of(), List.of(new Cluster.Feed("https://a.example/rss", 2, "404", null)),
        List.of()), clock);
    LineStore lines = key -> new LineStore.Known(positions.lines().get(key), null, null);
    rooms = new AllRooms(new AllRooms.Around(index.archive(), live.live(), lines, watchman, new MockTopics(), Made.alert(article).alert(), "", clock));
  }

  private void alerts(TaggedArticle article) throws Exception {
    AlertLife life = Made.alert(article);
    index.put(Shelves.ALERTS, "alert1", life);
    Notification notification = Notification.of(life.alert());
    index.put(Shelves.NOTIFICATIONS, notification.id(), notification);
    Delivery delivery = new Delivery(notification.id(), "desk", "refusals", Severity.WARNING, null, Delivery.Status.DELIVERED, 1, null, null, Made.AT, Made.AT, false, 0, 1);
    index.put(Shelves.DELIVERIES, delivery.key(), delivery);
    index.put(Shelves.SILENCES, "s1", new Silence("s1", List.of("watch=\"war\""), Made.AT, Made.AT.plusSeconds(7_200), null, null));
    index.put(Shelves.INHIBITIONS, "i1", new Inhibition("i1", List.of("severity=critical"), List.of("severity=info"), List.of("actor"), Duration.ofHours(1), null));
    for (Watch watch : Packs.bundled().watches().plain()) {
      index.put(Shelves.WATCHES, watch.id(), watch);
    }
  }

  ListenAddress at() {
    return rooms.at();
  }

  private static final class PlainInstance implements Instance {
    @Override
    public Readiness readiness() {
      return new Readiness(true, true, "RUNNING", "", Map.of("actors", 3));
    }

    @Override
    public Work work() {
      return new Work(2, new TreeMap<>(Map.of("tagged", 2L)), 0, new TreeMap<>(Map.of("tag", 1_000L)));
    }

    @Override
    public About about() {
      return new About("demarche", "1", Duration.ofMinutes(1), 1, 2, 1, List.of(), List.of(), Map.of());
    }
  }

  @Override
  public void close() throws Exception {
    rooms.close();
    watchman.close();
    live.close();
  }
}
