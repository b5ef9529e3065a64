package dev.demarche.console.issue;

import dev.demarche.console.web.Links;
import java.util.Map;

/**
 * An issue in a list.
 *
 * @param findings   statements, stances and conditions about it
 * @param camps      how many stand how
 * @param conditions how many of those on it are open
 * @param shifts     in the last 30 days
 * @param activity   findings by day
 */
public record IssueSummary(String id, String name, long findings, Map<Camp.Kind, Long> camps, long conditions, long shifts, Bars activity) {

  /** Its page. */
  public String link() {
    return Links.issue(id);
  }

  /** How many stand so. */
  public long camp(Camp.Kind kind) {
    return camps.getOrDefault(kind, 0L);
  }
}
