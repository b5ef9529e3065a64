package dev.demarche.console.alerts;

import dev.demarche.domain.Finding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses of what alerts speak of. */
public final class Links {
  private Links() {}

  /** {@code text} as one part of a path or the value of a parameter. */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String alert(String id) {
    return "/alerts/" + part(id);
  }

  static String watch(String id) {
    return "/watches/" + part(id);
  }

  public static String issue(String id) {
    return "/issues/" + part(id);
  }

  /** Of an actor with an id, else a name; null where both are null. */
  static String actor(String id, String name) {
    return id != null ? "/actors/" + part(id) : name == null ? null : "/actors/name:" + part(name);
  }

  static String article(String id) {
    return "/articles/" + part(id);
  }

  /** The words of a finding in its article; of a shift, which stands in two articles, the article. */
  static String words(String article, Finding finding) {
    int colon = finding.id().lastIndexOf(':');
    return article(article) + (colon < 0 ? "" : "#" + part(finding.id().substring(colon + 1)));
  }

  /** {@code url} where a browser may go there from here: http and https; else null. */
  public static String outside(String url) {
    String lower = url == null ? "" : url.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? url.strip() : null;
  }
}
