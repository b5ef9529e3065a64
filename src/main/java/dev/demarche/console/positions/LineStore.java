package dev.demarche.console.positions;

import dev.demarche.console.ListenAddress;
import dev.demarche.positions.Line;

/** The lines that this instance of the stream holds. Safe for use by several threads. */
@FunctionalInterface
public interface LineStore {

  /**
   * What is known of a key here.
   *
   * @param line   what the store holds; null where there is none, or another instance has it
   * @param holder where the instance that holds the key is asked; null where this one holds it, or nobody knows
   * @param lack   why it cannot be said at the moment, or null
   */
  record Known(Line line, ListenAddress holder, String lack) {}

  /** What is known of {@code key}, a {@link dev.demarche.domain.Stand#key()}. */
  Known find(String key);
}
