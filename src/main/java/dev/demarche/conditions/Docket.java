package dev.demarche.conditions;

import dev.demarche.domain.Bearing;
import dev.demarche.domain.Bearing.Seen;
import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
   * @param earlier deeds that were reported under this key before, whether or not they said anything of a condition then known; asked for only where
   *                the bearing tells of a condition
   */
  public Outcome take(Bearing bearing, Supplier<List<Seen>> earlier, Rules rules) {
    Judge judge = new Judge(rules);
    String article = bearing.article().id();
    List<Told> nextTold = merged(told, bearing.conditions(), Told::receipt, article, rules.most());
    List<Seen> candidates = new ArrayList<>(seen);
    if (!bearing.conditions().isEmpty()) {
      Set<String> known = seen.stream().map(one -> one.receipt().finding()).collect(Collectors.toSet());
      earlier.get().stream().filter(one -> known.add(one.receipt().finding())).forEach(candidates::add);
    }
    List<Seen> nextSeen = merged(candidates, bearing.seen(), Seen::receipt, article, Integer.MAX_VALUE).stream()
        .filter(one -> nextTold.stream().anyMatch(condition -> judge.judge(condition, one).state() != null)).toList();
    Docket next = new Docket(nextTold, nextSeen.subList(Math.max(0, nextSeen.size() - rules.most()), nextSeen.size()));
    return next.equals(this) ? new Outcome(this, Map.of(), List.of()) : compared(states(rules), next.states(rules), next);
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

  /** The conditions, by id. */
  public Map<String, ConditionState> states(Rules rules) {
    Judge judge = new Judge(rules);
    Map<String, ConditionState> states = new LinkedHashMap<>();
    for (SameCondition one : SameCondition.of(told, rules)) {
      ConditionState state = Life.of(one, seen, judge);
      states.put(state.id(), state);
    }
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
