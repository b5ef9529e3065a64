package dev.demarche.console.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Lets in whoever sits at this machine, as an editor: a request from a loopback address that came through no proxy and was meant for this machine by
 * its {@code Host}. The last guards against DNS rebinding, by which a page from elsewhere has the browser ask this machine under the page's own name.
 * Immutable.
 */
public final class ThisMachine implements Entrance {
  private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

  private final String name;
  private final String listens;

  /**
   * An entrance.
   *
   * @param name    what is done from here is signed with it
   * @param listens host at which this instance listens; a {@code Host} of this name is admitted, too
   */
  public ThisMachine(String name, String listens) {
    this.name = Objects.requireNonNull(name, "name");
    this.listens = Objects.requireNonNull(listens, "listens").toLowerCase(Locale.ROOT);
  }

  @Override
  public Answer admit(Context context) {
    if (!isLoopback(context.req().getRemoteAddr())) {
      return refused("only this machine is let in");
    }
    if (OF_PROXIES.stream().anyMatch(header -> context.header(header) != null)) {
      return refused("the request came through a proxy, and only this machine is let in");
    }
    String host = context.header("Host");
    if (host == null || !isOurs(hostOf(host))) {
      return refused("the request was meant for another host than this machine");
    }
    return new Admitted(new Visitor(name, Visitor.Role.EDITOR), false);
  }

  private static Refused refused(String why) {
    return new Refused(401, why, "Open it at http://localhost on that machine, or set console.tokens or console.oidc.issuer.", 0);
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
