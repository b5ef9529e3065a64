package dev.demarche.ingest.web;

import crawlercommons.domains.EffectiveTldFinder;
import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.topics.DeadLetter.Reason;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses as they are written on the web: with spaces, umlauts, fragments, and parameters that only count clicks. Pure. */
public final class WebAddress {
  private static final Pattern CLICKS = Pattern.compile(
      "(?i)(utm_[a-z_]+|fbclid|gclid|mc_cid|mc_eid|at_(medium|campaign|link|format|bbc)[a-z_]*|cmpid|ns_[a-z_]+)(=.*)?");

  private WebAddress() {}

  /** Whether {@code text} is an address to fetch rather than a file. */
  public static boolean isOne(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
  }

  /** The absolute address that {@code text} means on the page {@code base}; empty where it is none of http or https. */
  public static Optional<URI> resolve(URI base, String text) {
    String trimmed = text == null ? "" : text.strip();
    if (trimmed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return tidy(new URL(base == null ? null : base.toURL(), trimmed));
    } catch (java.net.MalformedURLException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address that {@code text} is; empty where it is none. */
  public static Optional<URI> of(String text) {
    return resolve(null, text);
  }

  private static Optional<URI> tidy(URL url) {
    String scheme = url.getProtocol().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || url.getHost() == null || url.getHost().isEmpty()) {
      return Optional.empty();
    }
    try {
      String host = url.getHost().startsWith("[") ? url.getHost() : IDN.toASCII(url.getHost(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      String path = url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
      String port = url.getPort() < 0 || url.getPort() == url.getDefaultPort() ? "" : ":" + url.getPort();
      String user = url.getUserInfo() == null ? "" : "x@";
      return Optional.of(new URI(scheme + "://" + user + host + port + escaped(path)
          + (url.getQuery() == null ? "" : "?" + escaped(url.getQuery()))).normalize());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Bytes that a URI may not hold become escapes; escapes that are there stay. */
  private static String escaped(String part) {
    StringBuilder out = new StringBuilder();
    for (byte b : part.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 255);
      if (c > 32 && c < 127 && "\"<>\\^`{|}[]".indexOf(c) < 0) {
        out.append(c);
      } else {
        out.append('%').append("%02X".formatted((int) c));
      }
    }
    return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  /** Why nobody should be asked at {@code uri}, where that can be told without a look-up. */
  static Optional<Failure> refuse(URI uri) {
    if (uri.getScheme() == null || !uri.getScheme().matches("https?") || uri.getHost() == null) {
      return Optional.of(new Failure(Reason.ADDRESS_REFUSED, uri + " is not asked: it is no address of http or https with a host",
          "name one", false, null));
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of(new Failure(Reason.ADDRESS_REFUSED, "an address at " + uri.getHost() + " is not asked: it holds a user's name",
          "name it without", false, null));
    }
    return Optional.empty();
  }

  /** The address under which an article is known: without fragment and without parameters that count clicks. */
  public static String known(URI uri) {
    String query = uri.getRawQuery() == null ? "" : Arrays.stream(uri.getRawQuery().split("&"))
        .filter(parameter -> !parameter.isEmpty() && !CLICKS.matcher(parameter).matches()).collect(Collectors.joining("&"));
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getScheme() + "://" + uri.getRawAuthority() + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** Whether both belong to one owner, by the list of public suffixes: www.example.co.uk and news.example.co.uk do. */
  static boolean sameSite(URI one, URI other) {
    return site(one).equals(site(other));
  }

  private static String site(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String domain = host.matches("[0-9.]+|\\[.*") ? null : EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain == null ? host : domain;
  }

  /** The host without {@code www.}: what a publisher is called where it does not say. */
  public static String publisher(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
