package dev.demarche.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Who publishes an article, so that two articles of one house count once. */
public final class Publishing {
  private static final Pattern HOST = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
  private static final Set<String> GENERIC = Set.of("co", "com", "org", "net", "gov", "gob", "gouv", "go", "ac", "edu", "or", "ne", "nom", "mil");
  private static final int MAX_NAME = 100;

  private Publishing() {}

  /** The registered domain of the article's address, or of its publisher where that is a host; else the publisher's name; "" for neither. */
  public static String of(ArticleRef article) {
    return of(article, Publishing::registered);
  }

  /**
   * The same by a better knowledge of domains.
   *
   * @param registered the registered domain of a host in lower case
   */
  public static String of(ArticleRef article, UnaryOperator<String> registered) {
    String host = host(article.url());
    return host != null ? bounded(registered.apply(host.toLowerCase(Locale.ROOT))) : of(article.publisher(), registered);
  }

  /** Of a publisher's name or host, perhaps null. */
  public static String of(String publisher, UnaryOperator<String> registered) {
    String name = publisher == null ? "" : publisher.strip().toLowerCase(Locale.ROOT);
    return bounded(HOST.matcher(name).matches() ? registered.apply(name) : name);
  }

  private static String bounded(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  private static String host(String url) {
    try {
      String host = url == null ? null : URI.create(url.strip()).getHost();
      return host != null && host.indexOf('.') > 0 ? host : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The registered domain of a host, as well as can be told without a list: its last two labels; three where the last is a country and the one before it says what kind: bbc.co.uk, abc.net.au. */
  public static String registered(String host) {
    if (NUMERIC.matcher(host).matches()) {
      return host;
    }
    String[] labels = host.split("\\.");
    int n = labels.length;
    boolean kindUnderCountry = n > 2 && labels[n - 1].length() == 2 && GENERIC.contains(labels[n - 2]);
    return n < 2 ? host : (kindUnderCountry ? labels[n - 3] + "." : "") + labels[n - 2] + "." + labels[n - 1];
  }
}
