package dev.demarche.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
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
    String host = host(article.url());
    if (host == null && article.publisher() != null && HOST.matcher(article.publisher().strip()).matches()) {
      host = article.publisher().strip();
    }
    String name = host != null ? registered(host.toLowerCase(Locale.ROOT))
        : article.publisher() == null ? "" : article.publisher().strip().toLowerCase(Locale.ROOT);
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

  /** Its last two labels; three where the last is a country and the one before it says what kind: bbc.co.uk, abc.net.au. */
  private static String registered(String host) {
    if (NUMERIC.matcher(host).matches()) {
      return host;
    }
    String[] labels = host.split("\\.");
    int n = labels.length;
    boolean kindUnderCountry = n > 2 && labels[n - 1].length() == 2 && GENERIC.contains(labels[n - 2]);
    return n < 2 ? host : (kindUnderCountry ? labels[n - 3] + "." : "") + labels[n - 2] + "." + labels[n - 1];
  }
}
