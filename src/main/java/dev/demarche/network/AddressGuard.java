package dev.demarche.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names and refuses those that lead into the operator's own network. The client connects to the very addresses that were checked
 * here, so a name that resolves to something else a moment later (DNS rebinding) gains nothing. Safe for use by several threads.
 */
public final class AddressGuard implements DnsResolver {

  /** A name of which at least one address may not be asked. */
  public static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** Looks a name up. */
  public interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private final Lookup lookup;
  private final Function<InetAddress, Optional<String>> judge;

  /**
   * A guard.
   *
   * @param lookup asks the name service
   * @param judge  says what is wrong with an address, in words; empty where nothing is
   */
  public AddressGuard(Lookup lookup, Function<InetAddress, Optional<String>> judge) {
    this.lookup = lookup;
    this.judge = judge;
  }

  /** A guard that asks the system's name service and refuses what is {@link #special}, but for addresses of {@code allowed}. */
  public static AddressGuard but(Collection<AddressRange> allowed) {
    List<AddressRange> ranges = List.copyOf(allowed);
    return new AddressGuard(InetAddress::getAllByName,
        address -> ranges.stream().anyMatch(range -> range.contains(address)) ? Optional.empty() : special(address));
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookup.of(host);
    for (InetAddress address : addresses) {
      Optional<String> kind = judge.apply(address);
      if (kind.isPresent()) {
        throw new Refused(host.equals(address.getHostAddress()) ? host + " is " + kind.get() : host + " is " + address.getHostAddress() + ", " + kind.get());
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** What makes {@code address} one that the open web has no business with, in words; empty for public ones. */
  public static Optional<String> special(InetAddress address) {
    if (address.isAnyLocalAddress()) {
      return Optional.of("an unspecified address");
    } else if (address.isLoopbackAddress()) {
      return Optional.of("a loopback address");
    } else if (address.isLinkLocalAddress()) {
      return Optional.of("a link-local address");
    } else if (address.isSiteLocalAddress()) {
      return Optional.of("a private address");
    } else if (address.isMulticastAddress()) {
      return Optional.of("a multicast address");
    }
    byte[] b = address.getAddress();
    return address instanceof Inet4Address ? special4(b) : address instanceof Inet6Address ? special6(b) : Optional.empty();
  }

  /** After the IANA registry of special-purpose addresses for IPv4 (RFC 6890). */
  private static Optional<String> special4(byte[] b) {
    int first = b[0] & 255;
    int second = b[1] & 255;
    int third = b[2] & 255;
    if (first == 0) {
      return Optional.of("an address of this network");
    } else if (first == 127) {
      return Optional.of("a loopback address");
    } else if (first == 10 || first == 172 && second >> 4 == 1 || first == 192 && second == 168) {
      return Optional.of("a private address");
    } else if (first == 169 && second == 254) {
      return Optional.of("a link-local address");
    } else if (first == 100 && second >> 6 == 1) {
      return Optional.of("an address shared behind a carrier");
    } else if (first == 192 && second == 0 && (third == 0 || third == 2) || first == 198 && second == 51 && third == 100
        || first == 203 && second == 0 && third == 113 || first == 198 && second >> 1 == 9 || first == 192 && second == 88 && third == 99) {
      return Optional.of("a reserved address");
    }
    return first >= 224 ? Optional.of("a multicast or reserved address") : Optional.empty();
  }

  /** After the registry for IPv6; addresses that carry one of IPv4 are judged by it. */
  private static Optional<String> special6(byte[] b) {
    if ((b[0] & 0xFE) == 0xFC) {
      return Optional.of("a private address");
    } else if (starts(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
      return special4(Arrays.copyOfRange(b, 12, 16)).or(() -> Optional.of("a reserved address"));
    } else if (starts(b, 0, 0x64, 0xFF, 0x9B)) {
      return b[4] != 0 || b[5] != 0 ? Optional.of("a private address behind NAT64") : special4(Arrays.copyOfRange(b, 12, 16));
    } else if (starts(b, 0x20, 0x02)) {
      return special4(Arrays.copyOfRange(b, 2, 6));
    } else if (starts(b, 0x20, 0x01, 0, 0) || starts(b, 0x20, 0x01, 0x0D, 0xB8) || starts(b, 0x01, 0)) {
      return Optional.of("a reserved address");
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... head) {
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 255) != head[i]) {
        return false;
      }
    }
    return true;
  }
}
