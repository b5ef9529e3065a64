package dev.demarche.conditions;

import dev.demarche.domain.Bearing;
import dev.demarche.domain.Bearing.Seen;
import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known of the conditions under a key: what a store holds behind {@link Bearing#key()}.
 *
 * <p>Its reports are a set. The conditions and what has become of them follow from the set alone, in order of event time, so that any order of
 * arrival
 * ends in the same state. A later revision of an article takes the place of the one before.
 *
 * @param told reports that tell of a condition, in order of time
 * @param seen reports of deeds that say something of one of them, in order of time
 */
public record Docket(List<Told> told, List<Seen> seen) {
  /** Nothing is known. */
  public static final Docket EMPTY = new Docket(List.of(), List.of());

  /**
   * What a bearing leads to.
   *
   * @param next   what to remember
   * @param states that have changed, by id; null where there is none any more
   * @param news   conditions that have come into a state in which they were not known to have been, each as it stood then, in order of time
   */
  public record Outcome(Docket next, Map<String, ConditionState> states, List<ConditionState> news) {}

  public Docket {
    told = List.copyOf(told);
    seen = List.copyOf(seen);
  }

  /**
   * What {@code bearing} leads to. The same bearing again changes nothing.
   *
   * @param earlier deeds that were reported under this key before and happened at a time or later, whether or not they said anything of a condition then
   *                known; asked for only where the bearing tells of a condition in words that were not yet asked about
   */
  public Outcome take(Bearing bearing, Function<Instant, List<Seen>> earlier, Rules rules) {
    Judge judge = new Judge(rules);
    String article = bearing.article().id();
    List<Told> nextTold = merged(told, bearing.conditions(), Told::receipt, article, rules.most());
    List<Seen> candidates = new ArrayList<>(stillBearing(nextTold, judge));
    List<Told> fresh = bearing.conditions().stream().filter(one -> !asked(one, article)).toList();
    if (!fresh.isEmpty()) {
      Set<String> known = seen.stream().map(one -> one.receipt().finding()).collect(Collectors.toSet());
      earlier.apply(since(fresh, nextTold, rules)).stream().filter(one -> known.add(one.receipt().finding()) && bears(one, fresh, judge))
          .forEach(candidates::add);
    }
    List<Seen> own = bearing.seen().stream().filter(one -> bears(one, nextTold, judge)).toList();
    List<Seen> nextSeen = merged(candidates, own, Seen::receipt, article, rules.most());
    Docket next = new Docket(nextTold, nextSeen);
    return next.equals(this) ? new Outcome(this, Map.of(), List.of()) : changed(next, rules);
  }

  /** What changes with {@code next}. Of a busy actor there are hundreds of conditions, and a report touches one or two: the others are left alone. */
  private Outcome changed(Docket next, Rules rules) {
    Judge judge = new Judge(rules);
    List<Seen> moved = Stream.concat(only(next.seen, seen), only(seen, next.seen)).toList();
    List<SameCondition> before = SameCondition.of(told, rules);
    List<SameCondition> after = SameCondition.of(next.told, rules);
    Map<String, SameCondition> nextById = after.stream().collect(Collectors.toMap(SameCondition::id, Function.identity()));
    Set<String> untouched = before.stream().filter(one -> one.equals(nextById.get(one.id())))
        .filter(one -> moved.stream().noneMatch(each -> bears(each, one.told(), judge))).map(SameCondition::id).collect(Collectors.toSet());
    return compared(states(before, untouched, judge), next.states(after, untouched, judge), next);
  }

  /** The deeds that say something of a condition that is still told: all, unless a report of one has gone. */
  private List<Seen> stillBearing(List<Told> nextTold, Judge judge) {
    return nextTold.containsAll(told) ? seen : seen.stream().filter(one -> bears(one, nextTold, judge)).toList();
  }

  private static boolean bears(Seen seen, List<Told> conditions, Judge judge) {
    return conditions.stream().anyMatch(condition -> judge.judge(condition, seen).state() != null);
  }

  /** Whether deeds were asked about these words for two other articles: each is no judge of its own article's deeds, so one does not do. */
  private boolean asked(Told one, String article) {
    return told.stream().filter(other -> !other.receipt().article().id().equals(article) && Judge.asksAlike(one, other))
        .map(other -> other.receipt().article().id()).distinct().limit(2).count() == 2;
  }

  /** When the first of the conditions that {@code fresh} tell of was set: what was done before changes none of them. */
  private static Instant since(List<Told> fresh, List<Told> all, Rules rules) {
    return SameCondition.of(all, rules).stream().filter(same -> same.told().stream().anyMatch(fresh::contains))
        .map(same -> same.told().get(0).receipt().at()).min(Comparator.naturalOrder())
        .orElseGet(() -> fresh.stream().map(one -> one.receipt().at()).min(Comparator.naturalOrder()).orElseThrow());
  }

  /** This docket without what was last reported before {@code oldest}, a condition with all that was reported of it. */
  public Outcome prune(Instant oldest, Rules rules) {
    Map<String, ConditionState> known = states(rules);
    Set<String> dead = known.values().stream().filter(state -> latest(state).isBefore(oldest)).flatMap(state -> state.receipts().stream())
        .map(ConditionReceipt::finding).collect(Collectors.toSet());
    if (dead.isEmpty()) {
      return new Outcome(this, Map.of(), List.of());
    }
    List<Told> left = told.stream().filter(one -> !dead.contains(one.receipt().finding())).toList();
    Judge judge = new Judge(rules);
    Docket next = new Docket(left, seen.stream().filter(one -> left.stream().anyMatch(condition -> judge.judge(condition,
        one).state() != null)).toList());
    return new Outcome(next, compared(known, next.states(rules), next).states(), List.of());
  }

  private static Instant latest(ConditionState state) {
    Instant told = state.receipts().get(state.receipts().size() - 1).at();
    return state.last().at().isAfter(told) ? state.last().at() : told;
  }

  /** Those of {@code some} that {@code others} does not hold, as the very same objects: what is kept is handed on as it is. */
  private static Stream<Seen> only(List<Seen> some, List<Seen> others) {
    Set<Seen> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(others);
    return some.stream().filter(one -> !known.contains(one));
  }

  /** The conditions, by id. */
  public Map<String, ConditionState> states(Rules rules) {
    return states(SameCondition.of(told, rules), Set.of(), new Judge(rules));
  }

  private Map<String, ConditionState> states(List<SameCondition> conditions, Set<String> but, Judge judge) {
    Map<String, ConditionState> states = new LinkedHashMap<>();
    conditions.stream().filter(one -> !but.contains(one.id())).map(one -> Life.of(one, seen, judge)).forEach(state -> states.put(state.id(), state));
    return states;
  }

  private static Outcome compared(Map<String, ConditionState> before, Map<String, ConditionState> after, Docket next) {
    Map<String, ConditionState> changed = new LinkedHashMap<>();
    List<ConditionState> news = new ArrayList<>();
    before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> changed.put(id, null));
    after.forEach((id, state) -> {
      ConditionState known = before.get(id);
      if (!state.equals(known)) {
        changed.put(id, state);
        Set<ConditionState.State> told = before.values().stream().filter(old -> old.id().equals(id) || sharesReport(old, state))
            .flatMap(old -> old.changes().stream()).map(ConditionState.Change::state).collect(Collectors.toSet());
        state.changes().stream().filter(change -> !told.contains(change.state())).forEach(change -> news.add(state.after(change)));
      }
    });
    news.sort(Comparator.comparing((ConditionState state) -> state.last().at()).thenComparing(ConditionState::id));
    return new Outcome(next, changed, news);
  }

  /** Whether the two are one condition, whose id has changed because an earlier report arrived late. */
  private static boolean sharesReport(ConditionState one, ConditionState other) {
    return one.receipts().stream().anyMatch(receipt -> other.receipts().stream().anyMatch(same -> same.finding().equals(receipt.finding())));
  }

  private static <T> List<T> merged(List<T> known, List<T> more, Function<T, ConditionReceipt> receipt, String article, int most) {
    List<T> all = new ArrayList<>(known);
    all.removeIf(one -> receipt.apply(one).article().id().equals(article));
    all.addAll(more);
    all.sort(Comparator.comparing(receipt, ConditionReceipt.BY_TIME));
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  /** Whether nothing is left to remember. */
  public boolean empty() {
    return Objects.equals(this, EMPTY);
  }
}
