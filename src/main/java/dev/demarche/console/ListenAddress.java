package dev.demarche.console;

import java.util.Objects;

/**
 * Where to listen.
 *
 * @param host a name or an address; {@code 0.0.0.0} for all of this machine
 * @param port 0 to 65535; 0 is any free one
 */
public record ListenAddress(String host, int port) {
  private static final int MAX_PORT = 65_535;

  public ListenAddress {
    Objects.requireNonNull(host, "host");
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port " + port + " is none of 0 to " + MAX_PORT);
    }
  }

  /**
   * Reads {@code HOST:PORT}; an IPv6 address stands in brackets.
   *
   * @throws IllegalArgumentException naming {@code text} if it is no such thing
   */
  public static ListenAddress of(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
    String port = text.substring(colon + 1);
    if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
      throw new IllegalArgumentException("\"" + text + "\" is no address to listen at; write HOST:PORT, such as 127.0.0.1:8080");
    }
    return new ListenAddress(host, Integer.parseInt(port));
  }

  /** Whether it stands for all addresses of a machine, and so is none that another one could ask. */
  public boolean isWildcard() {
    return host.equals("0.0.0.0") || host.matches("[0:]*:[0:]*");
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
