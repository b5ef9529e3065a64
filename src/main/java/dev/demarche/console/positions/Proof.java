package dev.demarche.console.positions;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.names.Roll;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
import dev.demarche.positions.Line;
import dev.demarche.positions.Rules;
import dev.demarche.positions.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Makes the evidence of a cell: from the line where it can be had, else from what the archive has. Safe for use by several threads. */
public final class Proof {
  private static final int MOST = 100;

  private final Archive archive;
  private final HeldLines lines;
  private final Rules rules;

  /** @param rules what moves a position in this stream */
  public Proof(Archive archive, HeldLines lines, Rules rules) {
    this.archive = Objects.requireNonNull(archive, "archive");
    this.lines = Objects.requireNonNull(lines, "lines");
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /**
   * The evidence.
   *
   * @param key id of the actor, or {@code name:} and the name
   * @param at  as it stood then, or null for now
   */
  public Evidence of(String key, String issue, Instant at, Roll roll) {
    HeldLines.Answer answer = lines.find(key + "|" + issue);
    Line line = answer.line() == null || at == null ? answer.line() : answer.line().until(at).orElse(null);
    String name = key.startsWith("name:") ? key.substring("name:".length()) : roll.actor(key);
    Shelf.Filter filter = Shelf.Filter.ALL.with("actor", key.startsWith("name:") ? name : key).with("issue", issue);
    List<Shift> shifts = archive.shelf(Shelves.SHIFTS).find(filter.with("state", "TOLD").between(null, at == null ? null : at.plusMillis(1)), 0, MOST).items();
    if (line != null) {
      Line.Outcome all = line.review(rules);
      return made(key, line.name(), issue, roll, at, all.positions().values(), shifts, reversed(all.verdicts()), answer);
    }
    List<Position> shelved = archive.shelf(Shelves.POSITIONS).find(filter, 0, MOST).items();
    String shown = shelved.stream().map(Position::name).findFirst().orElse(name);
    return made(key, shown, issue, roll, at, shelved, shifts, List.of(), answer.line() == null ? answer
        : new HeldLines.Answer(null, answer.holder(), "of that time single reports are no longer kept"));
  }

  private static Evidence made(String key, String name, String issue, Roll roll, Instant at, Collection<Position> positions, List<Shift> shifts,
                               List<Evidence.Report> reports, HeldLines.Answer answer) {
    Position whole = positions.stream().filter(position -> position.target() == null).findFirst().orElse(null);
    Position.Stood now = whole == null ? null : Positions.at(whole, at);
    boolean conditional = whole != null && now == whole.now() && whole.condition() != null && (at == null || !whole.condition().at().isAfter(at));
    List<Evidence.Stand> history = whole == null ? List.of()
        : whole.history().stream().filter(stood -> now != null && stood.since().isBefore(now.since())).map(Evidence.Stand::of).toList();
    // Reports that only the archive tells of carry no past of each target: at another time than now they would tell what was not yet so.
    List<Evidence.Towards> towards = positions.stream().filter(position -> position.target() != null && (at == null || !reports.isEmpty()))
        .sorted(Comparator.comparing((Position position) -> position.now().last()).reversed()).map(Evidence.Towards::of).toList();
    return new Evidence(key, name, issue, roll.issue(issue), at, now == null ? null : Evidence.Stand.of(now),
        conditional ? Quote.of(whole.condition()) : null, towards, history, shifts.stream().map(Evidence.Turn::of).toList(), reports,
        whole == null ? 0 : whole.reports(), answer.holder(), answer.lack());
  }

  private static List<Evidence.Report> reversed(List<Verdict> verdicts) {
    List<Evidence.Report> reports = new ArrayList<>(verdicts.stream().map(Evidence.Report::of).toList());
    Collections.reverse(reports);
    return reports;
  }
}
