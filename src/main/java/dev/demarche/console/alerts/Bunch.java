package dev.demarche.console.alerts;

import dev.demarche.console.web.Links;
import java.util.List;

/**
 * Alerts of one group.
 *
 * @param element id of its element
 * @param watch   id of the watch
 * @param name    what the watch asks
 * @param group   the values that they share, or null where that is not known
 * @param rows    those that are shown, the newest first
 * @param total   how many of the group are asked for, shown or not
 * @param query   the parameters of the list that it is in
 */
public record Bunch(String element, String watch, String name, String group, List<AlertRow> rows, long total, String query) {
  public Bunch {
    rows = List.copyOf(rows);
  }

  /** The first alert, by which its like can be silenced. */
  public AlertRow newest() {
    return rows.get(0);
  }

  /** Parameters that name the group and its list. */
  public String parameters() {
    return query + "&ofWatch=" + Links.part(watch) + (group == null ? "" : "&ofGroup=" + Links.part(group));
  }

  /** Whether any of those shown may be acknowledged. */
  public boolean firing() {
    return rows.stream().anyMatch(AlertRow::firing);
  }
}
