package dev.demarche.console.alerts;

import dev.demarche.domain.Reaction;
import dev.demarche.domain.Silence;
import java.util.Collection;

/** Where what people do about alerts is written. Each method ends when the brokers have it. Called by several threads. */
public interface Desk {

  /**
   * Writes what is done about alerts.
   *
   * @throws RuntimeException if the brokers do not take it
   */
  void react(Collection<Reaction> reactions);

  /**
   * Puts a silence, in the place of one with its id.
   *
   * @throws RuntimeException if the brokers do not take it
   */
  void put(Silence silence);
}
