package dev.demarche.console.web;

import dev.demarche.network.AddressRange;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which proxies are believed. What {@code X-Forwarded-Proto}, {@code X-Forwarded-Host} and {@code X-Forwarded-For} say counts where the request comes from
 * one of them; from anybody else these headers are words of a stranger. Immutable.
 *
 * @param trusted addresses of proxies
 */
public record Proxies(List<AddressRange> trusted) {

  /** None is believed. */
  public static final Proxies NONE = new Proxies(List.of());

  public Proxies {
    trusted = List.copyOf(trusted);
  }

  /** Whether whoever asks has TLS up to here, or up to a proxy that is believed. */
  public boolean isSecure(Context context) {
    String proto = context.header("X-Forwarded-Proto");
    return context.req().isSecure() || (proto != null && believes(context) && proto.strip().equalsIgnoreCase("https"));
  }

  /** The {@code HOST[:PORT]} for which the request was meant, or null. */
  public String host(Context context) {
    String forwarded = context.header("X-Forwarded-Host");
    return forwarded != null && believes(context) ? forwarded.strip() : context.header("Host");
  }

  /** The address of whoever asks: the last before the proxies that are believed. */
  public String client(Context context) {
    String client = context.req().getRemoteAddr();
    String forwarded = context.header("X-Forwarded-For");
    if (forwarded == null) {
      return client;
    }
    String[] hops = forwarded.split(",");
    for (int i = hops.length - 1; i >= 0 && believes(client); i--) {
      client = hops[i].strip();
    }
    return client;
  }

  private boolean believes(Context context) {
    return believes(context.req().getRemoteAddr());
  }

  private boolean believes(String address) {
    // A name would be looked up: only addresses are.
    if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return false;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return trusted.stream().anyMatch(range -> range.contains(parsed));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
