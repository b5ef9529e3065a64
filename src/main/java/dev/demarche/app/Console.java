package dev.demarche.app;

import dev.demarche.console.Routes;
import dev.demarche.console.actor.ActorApi;
import dev.demarche.console.actor.ActorPages;
import dev.demarche.console.alerts.AlertApi;
import dev.demarche.console.alerts.AlertPages;
import dev.demarche.console.alerts.AlertRoom;
import dev.demarche.console.alerts.SilenceApi;
import dev.demarche.console.alerts.SilencePages;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.NewsIndex;
import dev.demarche.console.index.TopicFeed;
import dev.demarche.console.live.Live;
import dev.demarche.console.live.LiveApi;
import dev.demarche.console.live.LivePages;
import dev.demarche.console.live.LiveSource;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.openapi.ApiPages;
import dev.demarche.console.openapi.OpenApi;
import dev.demarche.console.reader.ReaderApi;
import dev.demarche.console.reader.ReaderPages;
import dev.demarche.console.search.Names;
import dev.demarche.console.search.SearchApi;
import dev.demarche.console.search.SearchPages;
import dev.demarche.console.system.Progress;
import dev.demarche.console.watches.Trials;
import dev.demarche.console.watches.WatchApi;
import dev.demarche.console.watches.WatchPages;
import dev.demarche.console.watches.WatchRoom;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The web console of an instance: what it shows, and what it reads for that. Construction does no I/O; {@link #start()} begins to read the topics, in
 * the background; {@link #close()} ends it.
 */
public final class Console implements AutoCloseable {
  /** How long a draft of a watch may be tried. */
  private static final Duration TRIAL = Duration.ofMinutes(2);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final List<Routes> routes = new ArrayList<>();
  private final Archive archive;
  private final TopicFeed feed;
  private final Live live;
  private final SystemWing system;

  /**
   * The console of an instance.
   *
   * @param delivery of the same process, or null
   */
  public Console(Settings settings, StreamApp app, AlertDelivery delivery) {
    NewsIndex index = new NewsIndex(Path.of(settings.text(Setting.STATE_DIR), "console-index", settings.text(Setting.APPLICATION_ID)));
    feed = new TopicFeed(index, KafkaProperties.consumer(settings), KafkaProperties.admin(settings), settings.text(Setting.TOPIC_PREFIX),
        Duration.ofDays(settings.number(Setting.CONSOLE_DAYS)), Clock.systemUTC());
    archive = index;
    Rolls rolls = new Rolls(archive);
    Assets assets = new Assets();
    Pages pages = new Pages(assets, () -> feed.progress().line());
    routes.addAll(ConsoleAccess.routes(settings, pages));
    routes.add(assets);
    routes.add(new ApiPages(pages, new OpenApi()));
    live = new Live(new LiveSource(KafkaProperties.consumer(settings), KafkaProperties.admin(settings), settings.text(Setting.TOPIC_PREFIX)),
        settings.number(Setting.CONSOLE_VIEWERS), Clock.systemUTC());
    open.push(live);
    routes.add(new LiveApi(live));
    routes.add(new LivePages(live, pages));
    routes.addAll(List.of(new ReaderPages(archive, pages), new ReaderApi(archive), new ActorPages(archive, rolls, Clock.systemUTC(), pages),
        new ActorApi(archive, rolls, Clock.systemUTC())));
    system = new SystemWing(settings, app, delivery, archive, pages, () -> new Progress(Math.max(0, feed.behind()), feed.caughtUp()));
    open.push(system);
    routes.addAll(system.routes());
    watches(settings, pages, rolls);
    AlertTopics desk = new AlertTopics(settings);
    open.push(desk);
    AlertRoom alerts = new AlertRoom(archive, desk, Clock.systemUTC());
    routes.addAll(List.of(new AlertPages(alerts, pages), new AlertApi(alerts), new SilencePages(alerts, pages), new SilenceApi(alerts)));
    routes.addAll(PositionRooms.routes(settings, app, archive, rolls, pages));
    Names names = new Names(rolls);
    routes.add(new SearchPages(pages, archive, StreamApp.houses(settings), names));
    routes.add(new SearchApi(archive, StreamApp.houses(settings), names));
    routes.add(all -> all.get("/", context -> context.redirect(Room.LIVE.path())));
  }

  private void watches(Settings settings, Pages pages, Rolls rolls) {
    Trials trials = new Trials(new TopicTrial(settings), Clock.systemUTC(), TRIAL);
    open.push(trials);
    WatchRoom room = new WatchRoom(archive, rolls, new WatchEdits(settings), trials, Clock.systemUTC());
    routes.add(new WatchPages(room, pages));
    routes.add(new WatchApi(room));
  }

  /** The console of an instance; empty where its settings leave it out. */
  public static Optional<Console> of(Settings settings, StreamApp app, AlertDelivery delivery) {
    boolean on = settings.text(Setting.CONSOLE).equals("on") && !settings.text(Setting.HTTP_LISTEN).equals("off");
    return on ? Optional.of(new Console(settings, app, delivery)) : Optional.empty();
  }

  /** What it answers, the gate first. */
  public List<Routes> routes() {
    return List.copyOf(routes);
  }

  /** What it counts. */
  public List<MeterBinder> metrics() {
    return List.of(live);
  }

  /** Reads the topics from now on. */
  public void start() {
    open.push(feed);
    feed.start();
    live.start();
    system.start();
  }

  /** What it knows. */
  Archive archive() {
    return archive;
  }

  /** What fills the archive. */
  TopicFeed feed() {
    return feed;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part of the console did not stop: " + e.getMessage(), e);
      }
    }
  }
}
