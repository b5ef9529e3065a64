package dev.demarche.positions;

import dev.demarche.domain.Position;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Stand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that is known of an actor on an issue: what a store holds behind {@link Stand#key()}.
 *
 * <p>Its reports are a set. Positions and shifts follow from the set alone, in order of event time, so that any order of arrival ends in the same
 * state; a report that arrives late corrects or withdraws the shifts that were told without it. The newest {@link Rules#history} reports
 * are kept one by one. What is older is folded into a {@link Past}: its shifts are final, and a report that is older still is counted
 * and changes nothing.
 *
 * @param actor    the catalogue's id, or null
 * @param name     canonical name
 * @param issue    id of the issue, or null
 * @param counts   how many articles reported something, on the issue ("") and towards each target
 * @param receipts the newest reports, in order of time
 * @param past     what is left of the others
 * @param told     the shifts that were told and are not final, in order of time
 */
public record Line(String actor, String name, String issue, Map<String, Long> counts, List<Receipt> receipts, Past past, List<Shift> told) {
  private static final int MAX_TARGETS = 1_000;

  /**
   * What a report leads to.
   *
   * @param next      what to remember
   * @param positions that may have changed, by {@link Position#keyOf}; null where there is none any more
   * @param shifts    to be told, corrected or withdrawn, in order of time
   * @param verdicts  what each stance of the report does
   */
  public record Outcome(Line next, Map<String, Position> positions, List<Shift> shifts, List<Verdict> verdicts) {

    /** Those of the shifts that tell something new: neither withdrawn nor a correction, nor in the place of one of their kind that is withdrawn. */
    public List<Shift> fresh(Line before) {
      List<Shift.Kind> replaced = new ArrayList<>();
      shifts.stream().filter(shift -> shift.state() == Shift.State.WITHDRAWN).map(Shift::kind).forEach(replaced::add);
      return shifts.stream().filter(shift -> shift.state() == Shift.State.TOLD && before.told.stream().noneMatch(told -> told.id().equals(shift.id()))
          && !replaced.remove(shift.kind())).toList();
    }
  }

  public Line {
    Objects.requireNonNull(name, "name");
    counts = new TreeMap<>(counts);
    receipts = List.copyOf(receipts);
    Objects.requireNonNull(past, "past");
    told = List.copyOf(told);
  }

  /** Nothing is known yet of the actor of {@code stand} on its issue. */
  public static Line first(Stand stand) {
    return new Line(stand.actor(), stand.name(), stand.issue(), Map.of(), List.of(), Past.NONE, List.of());
  }

  /** What {@code stand}, a report of this actor on this issue, leads to. The same report again changes nothing. */
  public Outcome take(Stand stand, Rules rules) {
    String article = stand.article().id();
    int revision = stand.article().revision();
    List<Receipt> before = receipts.stream().filter(known -> known.article().id().equals(article)).toList();
    if (before.stream().anyMatch(known -> known.article().revision() >= revision)) {
      return new Outcome(this, Map.of(), List.of(), List.of());
    }
    List<Receipt> all = new ArrayList<>(receipts);
    all.removeAll(before);
    stand.receipts().stream().filter(receipt -> !past.covers(receipt)).forEach(all::add);
    all.sort(Receipt.BY_TIME);
    Course course = course(all, past, rules);
    List<Shift> shifts = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Receipt receipt : all) {
      Verdict verdict = course.take(receipt);
      if (verdict.shift() != null && shifts.stream().noneMatch(shift -> shift.id().equals(verdict.shift().id()))) {
        shifts.add(verdict.shift());
      }
      if (receipt.article().id().equals(article)) {
        verdicts.add(verdict);
      }
    }
    Map<String, Long> counted = before.isEmpty() ? counted(stand) : counts;
    Set<String> targets = targets(stand.receipts(), before);
    boolean terms = all.stream().anyMatch(receipt -> receipt.terms() != null) || past.provisos().stream().anyMatch(Proviso::bound);
    if (!all.subList(0, Math.min(all.size(), receipts.size())).equals(receipts) || rules.publishers() > 1 || terms) {
      targets.addAll(changed(course, rules));
    }
    Map<String, Position> positions = new LinkedHashMap<>();
    for (String target : targets) {
      positions.put(Position.keyOf(stand.key(), target), position(course, target, counted));
    }
    return new Outcome(next(all, counted, shifts, rules), positions, news(shifts), verdicts);
  }

  /**
   * What all its reports come to, as if they were taken one after the other: every position, every shift that is not final, and what each report that is
   * kept does. Nothing is told by it.
   */
  public Outcome review(Rules rules) {
    Course course = course(receipts, past, rules);
    List<Verdict> verdicts = receipts.stream().map(course::take).toList();
    Map<String, Position> positions = new LinkedHashMap<>();
    for (String target : course.targets()) {
      positions.put(Position.keyOf(Stand.keyOf(actor, name, issue), target), position(course, target, counts));
    }
    return new Outcome(this, positions, verdicts.stream().map(Verdict::shift).filter(Objects::nonNull).toList(), verdicts);
  }

  /** This line as it was after the reports of {@code moment} and before; empty where reports of later than that are no longer kept one by one. */
  public Optional<Line> until(Instant moment) {
    if (past.last() != null && past.last().at().isAfter(moment)) {
      return Optional.empty();
    }
    List<Receipt> before = receipts.stream().filter(receipt -> !receipt.at().isAfter(moment)).toList();
    return Optional.of(new Line(actor, name, issue, counts, before, past, told.stream().filter(shift -> !shift.after().at().isAfter(moment)).toList()));
  }

  /** The targets towards which a report that arrives late, or that corroborates others, has changed the stands. */
  private Set<String> changed(Course course, Rules rules) {
    Course known = course(receipts, past, rules);
    receipts.forEach(known::take);
    Set<String> targets = new LinkedHashSet<>(course.targets());
    targets.addAll(known.targets());
    targets.removeIf(target -> known.runs(target).equals(course.runs(target)) && Objects.equals(known.condition(target), course.condition(target)));
    return targets;
  }

  private Course course(List<Receipt> all, Past from, Rules rules) {
    return new Course(actor, name, issue, from, all, rules);
  }

  private Line next(List<Receipt> all, Map<String, Long> counted, List<Shift> shifts, Rules rules) {
    int old = Math.max(0, all.size() - rules.history());
    if (old == 0) {
      return new Line(actor, name, issue, counted, all, past, shifts);
    }
    Course folded = course(all, past, rules);
    all.subList(0, old).forEach(folded::take);
    Past further = folded.past();
    return new Line(actor, name, issue, counted, all.subList(old, all.size()), further,
        shifts.stream().filter(shift -> !further.covers(shift.after())).toList());
  }

  /** What of {@code shifts} is not told, and what is told and no longer among them. */
  private List<Shift> news(List<Shift> shifts) {
    List<Shift> news = new ArrayList<>();
    for (Shift shift : told) {
      if (shifts.stream().noneMatch(one -> one.id().equals(shift.id()))) {
        news.add(shift.withdrawn());
      }
    }
    shifts.stream().filter(shift -> !told.contains(shift)).forEach(news::add);
    return news;
  }

  private Map<String, Long> counted(Stand stand) {
    Map<String, Long> more = new TreeMap<>(counts);
    for (String target : targets(stand.receipts(), List.of())) {
      String key = target == null ? "" : target;
      if (more.containsKey(key) || more.size() < MAX_TARGETS) {
        more.merge(key, 1L, Long::sum);
      }
    }
    return more;
  }

  /** Towards whom the receipts are; null, where there is an issue, for the issue as a whole. */
  private Set<String> targets(List<Receipt> some, List<Receipt> others) {
    Set<String> targets = new LinkedHashSet<>();
    if (issue != null) {
      targets.add(null);
    }
    some.stream().map(Receipt::targetKey).filter(Objects::nonNull).forEach(targets::add);
    others.stream().map(Receipt::targetKey).filter(Objects::nonNull).forEach(targets::add);
    return targets;
  }

  private Position position(Course course, String target, Map<String, Long> counted) {
    List<Run> runs = course.runs(target);
    if (runs.isEmpty()) {
      return null;
    }
    Run now = runs.get(runs.size() - 1);
    List<Position.Stood> history = new ArrayList<>();
    for (int i = runs.size() - 2; i >= 0 && history.size() < Past.MAX_HISTORY; i--) {
      history.add(runs.get(i).stood());
    }
    return new Position(actor, name, issue, target == null ? null : now.last().target(), target == null ? null
        : now.last().targetActor(), now.stood(), counted.getOrDefault(target == null ? "" : target, 1L), history,
        course.condition(target));
  }
}
