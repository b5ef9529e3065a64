package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * What one article reports of an actor on an issue.
 *
 * @param actor         the catalogue's id, or null
 * @param name          canonical name
 * @param issue         id of the issue, or null: then each receipt has a target
 * @param receipts      its stances, in order of the text; none of them says the opposite of another, but for background. Not empty
 */
public record Stand(String actor, String name, String issue, List<Receipt> receipts) {
  public Stand {
    Objects.requireNonNull(name, "name");
    receipts = List.copyOf(receipts);
    if (receipts.isEmpty()) {
      throw new IllegalArgumentException("nothing is reported of " + name);
    }
  }

  /** Where all of an actor on an issue meets: the actor's id, or {@code name:} and the name; {@code |}; the issue's id or nothing. */
  public String key() {
    return keyOf(actor, name, issue);
  }

  /** {@link #key()} of what {@code actor}, or {@code name} where that is null, holds on {@code issue}. */
  public static String keyOf(String actor, String name, String issue) {
    return (actor != null ? actor : "name:" + name) + "|" + (issue == null ? "" : issue);
  }

  /** The article that reports it. */
  public ArticleRef article() {
    return receipts.get(0).article();
  }
}
