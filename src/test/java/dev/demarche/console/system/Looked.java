package dev.demarche.console.system;

import java.time.Clock;

/** A watchman that has looked once, and does no more. */
public final class Looked {

  private Looked() {}

  public static Watchman at(Instance instance, Cluster.Sight sight, Clock clock) {
    Watchman watchman = new Watchman(instance, new Cluster() {
      @Override
      public Sight look() {
        return sight;
      }

      @Override
      public void close() {}
    }, clock);
    watchman.sample();
    watchman.look();
    return watchman;
  }
}
