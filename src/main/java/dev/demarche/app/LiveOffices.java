package dev.demarche.app;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Offices;
import dev.demarche.pipeline.CatalogueListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Who speaks for whom, as the catalogue of actors changes; made anew when it is asked for after a change. Safe for use by several threads. */
final class LiveOffices implements CatalogueListener<Actor>, Supplier<Offices> {
  private final Map<String, Actor> actors = new TreeMap<>();
  private volatile Offices offices;

  @Override
  public synchronized void put(Actor actor, long version) {
    actors.put(actor.id(), actor);
    offices = null;
  }

  @Override
  public synchronized void remove(String id) {
    actors.remove(id);
    offices = null;
  }

  @Override
  public Offices get() {
    Offices now = offices;
    return now == null ? renewed() : now;
  }

  private synchronized Offices renewed() {
    if (offices == null) {
      offices = Offices.of(actors.values());
    }
    return offices;
  }
}
