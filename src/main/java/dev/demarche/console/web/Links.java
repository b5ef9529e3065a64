package dev.demarche.console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The addresses of what the console shows. */
public final class Links {
  private static final String BY_NAME = "name:";
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}\"<>\\\\]+");
  private static final Pattern ANCHOR = Pattern.compile("[a-z]{1,3}[0-9]{1,9}");

  private Links() {}

  /** The room of an actor, or null where there is neither an id nor a name. */
  public static String actor(String id, String name) {
    return id != null ? "/actors/" + part(id) : name == null ? null : "/actors/name:" + part(name);
  }

  /** The room of an actor by id, or by {@code name:} and the name. */
  public static String actor(String key) {
    return key.startsWith(BY_NAME) ? actor(null, key.substring(BY_NAME.length())) : actor(key, null);
  }

  /** The page of an issue. */
  public static String issue(String id) {
    return "/issues/" + part(id);
  }

  /** An article in the reader. */
  public static String article(String id) {
    return "/articles/" + part(id);
  }

  /** A finding in its article. */
  public static String finding(String article, String finding) {
    String anchor = anchor(finding);
    return article(article) + (anchor == null ? "" : "#" + anchor);
  }

  /** An alert. */
  public static String alert(String id) {
    return "/alerts/" + part(id);
  }

  /** The evidence of a position; {@code issue} may be null. */
  public static String position(String actor, String name, String issue) {
    return "/positions/" + (actor != null ? part(actor) : "name:" + part(name)) + "/" + (issue == null ? "-" : part(issue));
  }

  /** Where a finding stands on its article's page: the last part of its id, as {@code s3}; null where that is of another form. */
  public static String anchor(String finding) {
    String last = finding.substring(finding.lastIndexOf(':') + 1);
    return ANCHOR.matcher(last).matches() ? last : null;
  }

  /** {@code url} where it is one of the web, else null: what publishers send may be anything. */
  public static String web(String url) {
    return url != null && WEB.matcher(url.strip()).matches() ? url.strip() : null;
  }

  /** A condition. */
  public static String condition(String id) {
    return "/conditions/" + part(id);
  }

  /** A watch. */
  public static String watch(String id) {
    return "/watches/" + part(id);
  }

  /** {@code text} as one part of a path, or as the value of a parameter. */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
