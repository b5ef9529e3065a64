package dev.demarche.console.live;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the console's pages. What stands in them comes from articles, so each part is encoded. */
final class Links {
  private Links() {}

  /** Of the actor with this id, else with this name; null without either. */
  static String actor(String id, String name) {
    return id != null ? "/actors/" + part(id) : name == null ? null : "/actors/name:" + part(name);
  }

  /** Of a finding in its article: the last part of a finding's id is its anchor. */
  static String finding(String article, String finding) {
    return "/articles/" + part(article) + "#" + part(finding.substring(finding.lastIndexOf(':') + 1));
  }

  /** Of what proves where an actor stands on an issue. */
  static String position(String actor, String name, String issue) {
    return "/positions/" + (actor != null ? part(actor) : "name:" + part(name)) + "/" + part(issue);
  }

  /** Of an alert. */
  static String alert(String id) {
    return "/alerts/" + part(id);
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
