package dev.demarche.app;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.system.DeliveryPages;
import dev.demarche.console.system.LetterPages;
import dev.demarche.console.system.Letters;
import dev.demarche.console.system.Progress;
import dev.demarche.console.system.Receivers;
import dev.demarche.console.system.SystemApi;
import dev.demarche.console.system.SystemPages;
import dev.demarche.console.system.SystemRoom;
import dev.demarche.console.system.Watchman;
import dev.demarche.console.web.Pages;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The room System of an instance's console. Construction does no I/O; {@link #start()} begins to look. */
final class SystemWing implements AutoCloseable {
  private final Watchman watchman;
  private final List<Routes> routes;

  /**
   * The room of an instance.
   *
   * @param delivery of the same process, or null
   * @param progress how far the console has read; may give null
   */
  SystemWing(Settings settings, StreamApp app, AlertDelivery delivery, Archive archive, Pages pages, Supplier<Progress> progress) {
    LiveInstance instance = new LiveInstance(settings, app, delivery);
    Clock clock = Clock.systemUTC();
    watchman = new Watchman(instance, new LiveCluster(settings, () -> Set.copyOf(instance.about().clients())), clock);
    Letters letters = new Letters(archive, Republishing.of(settings));
    Receivers receivers = new Receivers(archive, new LiveDeliverer(settings, delivery));
    SystemRoom room = new SystemRoom(watchman, progress, letters, receivers, clock);
    routes = List.of(new SystemPages(pages, room), new LetterPages(pages, letters), new DeliveryPages(pages, receivers), new SystemApi(room, letters, receivers));
  }

  /** What it answers. */
  List<Routes> routes() {
    return routes;
  }

  /** Looks from now on. */
  void start() {
    watchman.start();
  }

  @Override
  public void close() {
    watchman.close();
  }
}
