package dev.demarche.console.issue;

import dev.demarche.console.positions.Evidence;
import dev.demarche.console.positions.Quote;
import java.util.List;

/**
 * An issue with all that is shown of it.
 *
 * @param camps      who stands how
 * @param shifts     the newest first
 * @param conditions the open ones first, then the newest
 * @param statements the newest first
 * @param quoted     who is quoted most
 * @param activity   findings by day
 */
public record IssueView(String id, String name, List<Camp> camps, List<Evidence.Turn> shifts, List<ConditionView> conditions, List<Quote> statements,
                        List<Quoted> quoted, Bars activity) {

  /** Who is quoted how often. */
  public record Quoted(String key, String name, String link, long statements) {}

  public IssueView {
    camps = List.copyOf(camps);
    shifts = List.copyOf(shifts);
    conditions = List.copyOf(conditions);
    statements = List.copyOf(statements);
    quoted = List.copyOf(quoted);
  }

  /** Whether nothing is known of it. */
  public boolean isEmpty() {
    return camps.isEmpty() && shifts.isEmpty() && conditions.isEmpty() && statements.isEmpty() && activity.total() == 0;
  }
}
