package dev.demarche.network;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether a request was begun by a page of this instance, or by no page at all. Browsers say it in {@code Sec-Fetch-Site}, which no page can forge; older
 * ones, and all where the console is reached without TLS, in {@code Origin} or {@code Referer}. A program that is no browser sends none of the three. Pure.
 * Source: W3C, Fetch Metadata Request Headers; OWASP, Cross-Site Request Forgery Prevention.
 */
public final class SameOrigin {

  /**
   * What a request says of its origin; each null where it is not there.
   *
   * @param site    {@code Sec-Fetch-Site}
   * @param mode    {@code Sec-Fetch-Mode}
   * @param origin  {@code Origin}
   * @param referer {@code Referer}
   * @param host    for which the request was meant, {@code HOST[:PORT]}
   */
  public record Signs(String site, String mode, String origin, String referer, String host) {

    /**
     * Those of a request.
     *
     * @param header gives the value of a header, or null
     * @param host   for which the request was meant, or null
     */
    public static Signs of(UnaryOperator<String> header, String host) {
      return new Signs(header.apply("Sec-Fetch-Site"), header.apply("Sec-Fetch-Mode"), header.apply("Origin"), header.apply("Referer"), host);
    }
  }

  private SameOrigin() {}

  /**
   * Why a request that changes something is refused; empty where it is not.
   *
   * @param cookie whether a cookie lets it in: then a browser sends it, and must say from where
   */
  public static Optional<String> refuseChange(Signs signs, boolean cookie) {
    if (signs.site != null) {
      return signs.site.equals("same-origin") || signs.site.equals("none") ? Optional.empty() : Optional.of("the request comes from a page of another site");
    }
    String from = signs.origin != null ? signs.origin : signs.referer;
    if (from == null) {
      return cookie ? Optional.of("the request does not say from which page it comes") : Optional.empty();
    }
    return isSame(from, signs.host) ? Optional.empty() : Optional.of("the request comes from a page of another site");
  }

  /** Why a request that looks is refused: pages of other sites may link here, but not load, frame or fetch anything. Empty where it is not. */
  public static Optional<String> refuseLook(Signs signs) {
    boolean other = "cross-site".equals(signs.site) || "same-site".equals(signs.site);
    return other && !"navigate".equals(signs.mode) ? Optional.of("a page of another site asks for it") : Optional.empty();
  }

  private static boolean isSame(String from, String host) {
    try {
      URI uri = URI.create(from);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (host == null || uri.getRawAuthority() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        return false;
      }
      String port = scheme.equals("https") ? ":443" : ":80";
      return plain(uri.getRawAuthority(), port).equals(plain(host, port));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String plain(String authority, String port) {
    String lower = authority.toLowerCase(Locale.ROOT);
    return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
  }
}
