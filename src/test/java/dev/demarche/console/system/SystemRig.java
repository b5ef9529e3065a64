package dev.demarche.console.system;

import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Readiness;
import dev.demarche.console.Routes;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Severity;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.MockTopics;
import dev.demarche.topics.Originals;
import dev.demarche.topics.Republisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The room System on a loopback address, with made data. */
final class SystemRig implements AutoCloseable {
  static final String HOSTILE = "<script>alert(\"1\")</script>' \u202E";

  final MockTopics topics = new MockTopics();
  final FilledIndex index = new FilledIndex();
  final List<Delivery> again = new ArrayList<>();
  final Watchman watchman;
  Readiness readiness = new Readiness(true, true, "RUNNING", "", Map.of("actors", 575, "issues", 10, "watches", 4));
  Instance.Work work = new Instance.Work(1_000, new TreeMap<>(Map.of("tagged", 960L, "known", 30L, "forgotten", 1L, "dead", 2L)), 1,
      new TreeMap<>(Map.of("tag", 40_000_000_000L, "match", 2_000_000_000L, "position", 900_000_000L)));
  Cluster.Sight sight;
  Visitor visitor = new Visitor("ana", Visitor.Role.EDITOR);
  private final HttpEndpoint endpoint;
  private final ListenAddress at;

  SystemRig(int port) throws Exception {
    sight = sight(Instant.now(), 3);
    Pages pages = new Pages(new Assets());
    Clock clock = Clock.systemUTC();
    watchman = new Watchman(new MadeInstance(), new MadeCluster(), clock);
    Letters room = new Letters(index.archive(), new Republisher(new Originals(topics::consumer), topics::producer, "news.", new ArticleCodec(200), clock));
    Receivers receivers = new Receivers(index.archive(), new Deliverer() {
      @Override
      public List<String> receivers() {
        return List.of("desk");
      }

      @Override
      public void again(List<Delivery> some) {
        again.addAll(some);
      }
    });
    SystemRoom system = new SystemRoom(watchman, () -> new Progress(0, true), room, receivers, clock);
    Assets assets = new Assets();
    endpoint = new HttpEndpoint(new ListenAddress("127.0.0.1", port), List.<Routes>of(all -> all.before(context -> visitor.enter(context)), assets,
        new SystemPages(pages, system), new LetterPages(pages, room), new DeliveryPages(pages, receivers), new SystemApi(system, room, receivers)));
    at = endpoint.start();
  }

  String address() {
    return "http://" + at;
  }

  void letter(String id, DeadLetter.Reason reason, String message, String key, byte[] value) {
    DeadLetter.Source place = DeadLetter.Source.of(id);
    index.put(Shelves.DEAD_LETTERS, id, DeadLetter.of(reason, message, "mend it, " + message, "read", "news.articles", 3, place.offset(),
        key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, Instant.now().minus(Duration.ofMinutes(place.offset()))));
  }

  void delivery(String notification, String receiver, Delivery.Status status, int attempts, String answer) {
    Instant now = Instant.now();
    Delivery made = new Delivery(notification, receiver, "gaza-mediation", Severity.WARNING, "route 1: severity WARNING", status, attempts,
        status == Delivery.Status.PENDING ? now.plusSeconds(600) : null, answer, now.minusSeconds(900), now.minusSeconds(60), false, 0, 1);
    index.put(Shelves.DELIVERIES, made.key(), made);
  }

  static Cluster.Sight sight(Instant at, long waiting) {
    List<Cluster.Lag> lags = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lags.add(new Cluster.Lag("demarche", "news.articles", i, 120 + i, 120 + i + (i == 2 ? waiting : 0), i == 2 ? waiting : 0));
    }
    lags.add(new Cluster.Lag("demarche-deliver", "news.notifications", 0, -1, 0, 0));
    return new Cluster.Sight(at, List.of(new Cluster.Group("demarche", "stream", "classic", "stable", List.of(
        new Cluster.Member("demarche-7f3a-StreamThread-1-consumer", "10.0.0.4", true, List.of("news.articles: 0, 1", "news.hits: 0")),
        new Cluster.Member("demarche-99b1-StreamThread-1-consumer", "10.0.0.5", false, List.of("news.articles: 2, 3")))),
        new Cluster.Group("demarche-deliver", "delivery", "classic", "stable", List.of(
            new Cluster.Member("consumer-demarche-deliver-1", "10.0.0.4", false, List.of("news.notifications: 0"))))), lags, List.of(), List.of(), List.of());
  }

  @Override
  public void close() {
    endpoint.close();
    watchman.close();
  }

  private final class MadeInstance implements Instance {
    @Override
    public Readiness readiness() {
      return readiness;
    }

    @Override
    public Work work() {
      return work;
    }

    @Override
    public About about() {
      return new About("demarche", "0.1.0", Duration.ofMinutes(135), 600_000_000, 4_000_000_000L, 4, List.of("demarche-7f3a-StreamThread-1-consumer"),
          List.of(new Store("known", 1_000, 400_000), new Store("positions", 212, -1)), Map.of("bootstrap", "kafka:9092"));
    }
  }

  private final class MadeCluster implements Cluster {
    @Override
    public Sight look() {
      return sight;
    }

    @Override
    public void close() {}
  }
}
