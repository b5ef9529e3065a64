package dev.demarche.console.actor;

import dev.demarche.console.web.Links;
import java.util.List;

/**
 * Whom the news of a time are about.
 *
 * @param days   how many, 0 for all
 * @param words  that a name has, or null
 * @param group  to which they belong, or null
 * @param rows   who, the one with the most findings first
 * @param total  how many there are
 * @param skip   how many of them come before {@code rows}
 * @param groups all groups of the catalogue
 */
public record Told(int days, String words, Named group, List<Row> rows, long total, int skip, List<Named> groups) {

  /**
   * An actor.
   *
   * @param who      the actor
   * @param findings how many statements, stances and conditions are the actor's
   */
  public record Row(Named who, long findings) {}

  public Told {
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
  }

  /** The most findings of one actor, 1 at least. */
  public long most() {
    return rows.stream().mapToLong(Row::findings).max().orElse(1);
  }

  /** The same question from {@code from} on, {@code limit} at most. */
  public String page(int from, int limit) {
    return "/actors?days=" + days + part("q", words) + part("group", group == null ? null : group.id()) + "&skip=" + from + "&limit=" + limit;
  }

  private static String part(String name, String value) {
    return value == null ? "" : "&" + name + "=" + Links.part(value);
  }
}
