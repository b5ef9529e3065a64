package dev.demarche.pipeline;

import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The watches that stand and wait for a silence. Safe for use by several threads. */
final class SilentWatches implements CatalogueListener<Watch> {
  private final Map<String, Standing> byId = new ConcurrentHashMap<>();

  /**
   * A watch, and since when it stands.
   *
   * @param put when this version was put
   */
  record Standing(Watch watch, long version, Instant put) {

    WatchRef ref() {
      return new WatchRef(watch.id(), version, watch.name(), watch.severity());
    }

    /** Who is waited for: each actor that the watch names; "", for everybody that it asks for, where it names none. */
    List<String> actors() {
      return watch.actors().isEmpty() ? List.of("") : watch.actors();
    }
  }

  @Override
  public void put(Watch watch, long version) {
    throw new UnsupportedOperationException("the time at which a watch was put is needed");
  }

  @Override
  public void put(Watch watch, long version, Instant at) {
    if (watch.trigger().kind() == TriggerRule.Kind.SILENCE) {
      byId.put(watch.id(), new Standing(watch, version, at));
    } else {
      byId.remove(watch.id());
    }
  }

  @Override
  public void remove(String id) {
    byId.remove(id);
  }

  /** All of them. */
  Collection<Standing> all() {
    return byId.values();
  }

  /** The watch with this id, or null where there is none that waits for a silence. */
  Standing get(String id) {
    return byId.get(id);
  }
}
