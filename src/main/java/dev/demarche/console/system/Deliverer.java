package dev.demarche.console.system;

import dev.demarche.domain.Delivery;
import java.util.List;

/** Who delivers notifications. Safe for use by several threads. */
public interface Deliverer {

  /** Names of the receivers that this instance knows; empty where it does not deliver. */
  List<String> receivers();

  /**
   * Has these tried again from the first attempt on, and waits until the brokers have it.
   *
   * @throws RuntimeException with a message for people, if they do not take it
   */
  void again(List<Delivery> deliveries);
}
