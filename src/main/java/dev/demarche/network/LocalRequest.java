package dev.demarche.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells a request that was begun on this machine: it comes from a loopback address, came through no proxy, and was meant for this machine by its
 * {@code Host}. The last guards against DNS rebinding, by which a page from elsewhere has the browser ask this machine under the page's own name.
 *
 * @param listens host at which this instance listens, in any case; a {@code Host} of this name is ours, too
 */
public record LocalRequest(String listens) {
  private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

  public LocalRequest {
    listens = listens.toLowerCase(Locale.ROOT);
  }

  /**
   * Why a request is none of this machine's; empty where it is one.
   *
   * @param address from which it comes
   * @param header  gives the value of a header, or null
   */
  public Optional<String> refuse(String address, UnaryOperator<String> header) {
    if (!isLoopback(address)) {
      return Optional.of("only this machine is let in");
    }
    if (OF_PROXIES.stream().anyMatch(name -> header.apply(name) != null)) {
      return Optional.of("the request came through a proxy, and only this machine is let in");
    }
    String host = header.apply("Host");
    return host != null && isOurs(hostOf(host)) ? Optional.empty() : Optional.of("the request was meant for another host than this machine");
  }

  private boolean isOurs(String host) {
    return host.equals("localhost") || host.equals(listens) || (host.matches("127(\\.[0-9]{1,3}){3}|::1") && isLoopback(host));
  }

  /** The host of {@code HOST[:PORT]}, without brackets, in lower case. */
  private static String hostOf(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll(":[0-9]*$", "").replaceAll("^\\[(.*)]$", "$1");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
