package dev.demarche.app;

import dev.demarche.console.ListenAddress;
import dev.demarche.network.LocalRequest;

/** By which host requests of this machine ask for this instance, as the settings say. */
final class OwnHost {

  private OwnHost() {}

  /** Requests of people and programs. */
  static LocalRequest listening(Settings settings) {
    String listen = settings.text(Setting.HTTP_LISTEN);
    return new LocalRequest(listen.equals("off") ? "localhost" : ListenAddress.of(listen).host());
  }

  /** Requests of other instances, which know the address that this one advertises, if it does. */
  static LocalRequest advertised(Settings settings) {
    String given = settings.text(Setting.CONSOLE_ADVERTISE);
    return given == null || given.isBlank() ? listening(settings) : new LocalRequest(ListenAddress.of(given).host());
  }
}
