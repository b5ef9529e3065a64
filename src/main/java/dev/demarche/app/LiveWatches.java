package dev.demarche.app;

import dev.demarche.domain.Actor;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.pipeline.CatalogueListener;
import dev.demarche.watching.WatchIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watches as they change, and the groups of actors that they name: changes are taken into the index in one batch before the next article
 * is matched. Safe for use by several threads.
 */
final class LiveWatches implements CatalogueListener<Watch>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWatches.class);

  private final WatchIndex index = new WatchIndex();
  private final Map<String, Optional<WatchIndex.Versioned>> changed = new LinkedHashMap<>();
  private final Map<String, Actor> actors = new TreeMap<>();
  private boolean actorsChanged;
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private volatile boolean dirty;

  @Override
  public void put(Watch watch, long version) {
    change(watch.id(), Optional.of(new WatchIndex.Versioned(watch, version)));
  }

  @Override
  public void remove(String id) {
    change(id, Optional.empty());
  }

  int count() {
    return ids.size();
  }

  private synchronized void change(String id, Optional<WatchIndex.Versioned> watch) {
    if (watch.isPresent()) {
      ids.add(id);
    } else {
      ids.remove(id);
    }
    changed.put(id, watch);
    dirty = true;
  }

  /** Is told of the actors, whose groups watches may name. */
  CatalogueListener<Actor> actors() {
    return new CatalogueListener<>() {
      @Override
      public void put(Actor actor, long version) {
        changeActor(actor.id(), actor);
      }

      @Override
      public void remove(String id) {
        changeActor(id, null);
      }
    };
  }

  private synchronized void changeActor(String id, Actor actor) {
    if (actor == null) {
      actors.remove(id);
    } else {
      actors.put(id, actor);
    }
    actorsChanged = true;
    dirty = true;
  }

  List<Hit> match(Tagging tagging) {
    takeInChanges();
    return index.match(tagging);
  }

  List<Hit> match(Shift shift) {
    takeInChanges();
    return index.match(shift);
  }

  List<Hit> match(ConditionState state) {
    takeInChanges();
    return index.match(state);
  }

  private void takeInChanges() {
    if (dirty) {
      takeIn();
    }
  }

  private synchronized void takeIn() {
    List<WatchIndex.Versioned> put = new ArrayList<>();
    changed.forEach((id, watch) -> watch.ifPresentOrElse(put::add, () -> index.remove(id)));
    Map<String, Problem> refused = index.putAll(put);
    refused.forEach((id, problem) -> LOG.warn("the watch {} is left as it was: {}: {}; {}", id, problem.field(), problem.message(),
        problem.mend()));
    changed.clear();
    if (actorsChanged) {
      index.groups(Groups.of(actors.values()));
      actorsChanged = false;
    }
    dirty = false;
  }

  @Override
  public void close() {
    index.close();
  }
}
