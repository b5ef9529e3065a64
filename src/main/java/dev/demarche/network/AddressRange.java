package dev.demarche.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits, {@code 10.1.0.0/16} or {@code fd00::/8}; a single one has all bits.
 *
 * @param first an address of the range
 * @param bits  how many bits from the left all addresses share; 0 to 32, or 128 for IPv6
 */
public record AddressRange(InetAddress first, int bits) {
  private static final Pattern FORM = Pattern.compile("((?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");

  public AddressRange {
    Objects.requireNonNull(first, "first");
    if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException(first.getHostAddress() + " has no first " + bits + " bits");
    }
  }

  /**
   * Reads an address, or a range in CIDR notation. Asks no name service.
   *
   * @throws IllegalArgumentException naming {@code text} if it is neither
   */
  public static AddressRange of(String text) {
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches()) {
        InetAddress address = InetAddress.getByName(form.group(1));
        return new AddressRange(address, form.group(2) == null ? address.getAddress().length * Byte.SIZE : Integer.parseInt(form.group(2)));
      }
    } catch (UnknownHostException | IllegalArgumentException e) {
      // It has the form of one, and is none.
    }
    throw new IllegalArgumentException("\"" + text + "\" is no address and no range of addresses such as 10.1.0.0/16");
  }

  /** Whether {@code address} lies in this range. */
  public boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    int whole = bits / Byte.SIZE;
    if (mine.length != other.length || !Arrays.equals(mine, 0, whole, other, 0, whole)) {
      return false;
    }
    int rest = bits % Byte.SIZE;
    return rest == 0 || (mine[whole] ^ other[whole]) >> Byte.SIZE - rest == 0;
  }
}
