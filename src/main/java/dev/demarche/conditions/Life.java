package dev.demarche.conditions;

import dev.demarche.domain.Bearing.Seen;
import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.ConditionState.Change;
import dev.demarche.domain.ConditionState.State;
import dev.demarche.domain.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of a condition. It is OPEN from its first report on; the first deed that says so makes it MET, BREACHED or WITHDRAWN. What was
 * breached may still be met or withdrawn; what is met or withdrawn stays so. Deeds of the article that sets it, and of those that retell it
 * within a day, were known when it was set and change nothing.
 */
final class Life {
  private static final Duration SAME_NEWS = Duration.ofHours(24);
  private static final int MOST_RECEIPTS = 20;

  private final SameCondition condition;
  private final Judge judge;
  private final List<Change> changes = new ArrayList<>();
  private Sources sources = Sources.NONE;

  private Life(SameCondition condition, Judge judge) {
    this.condition = condition;
    this.judge = judge;
  }

  /** The state of {@code condition} after {@code seen}, which are in order of time. */
  static ConditionState of(SameCondition condition, List<Seen> seen, Judge judge) {
    return new Life(condition, judge).state(seen);
  }

  private ConditionState state(List<Seen> seen) {
    List<Told> told = condition.told();
    Told first = told.get(0);
    Sources setters = Sources.NONE;
    for (Told one : told) {
      setters = setters.with(one.receipt().article());
    }
    Instant since = first.receipt().at();
    changes.add(new Change(State.OPEN, since, first.receipt(), setters.count(), "it is set"));
    Set<String> early = told.stream().map(Told::receipt).filter(receipt -> receipt.at().isBefore(since.plus(SAME_NEWS)))
        .map(receipt -> receipt.article().id())
        .collect(Collectors.toSet());
    seen.stream().filter(one -> !one.receipt().at().isBefore(since) && !early.contains(one.receipt().article().id())).forEach(this::take);
    Condition words = first.condition();
    Told named = told.stream().filter(one -> one.setter() != null).findFirst().orElse(first);
    return new ConditionState(condition.id(), changes.get(changes.size() - 1).state(), named.setterName(), named.catalogued() ? named.setter()
        : null, words.marker().text(),
        words.antecedent().text(), words.consequence().text(), words.asks(),
        told.stream().flatMap(one -> one.condition().issues().stream()).distinct().sorted().toList(), since, setters.count(),
        (int) told.stream().map(one -> one.receipt().article().id()).distinct().count(),
        told.stream().map(Told::receipt).limit(MOST_RECEIPTS).toList(), changes);
  }

  private void take(Seen seen) {
    Verdict verdict = verdict(seen);
    Change last = changes.get(changes.size() - 1);
    if (verdict.state() == null) {
      return;
    }
    ConditionReceipt receipt = seen.receipt();
    if (verdict.state() == last.state()) {
      sources = sources.with(receipt.article());
      changes.set(changes.size() - 1, new Change(last.state(), last.at(), last.receipt(), sources.count(), last.reason()));
    } else if (last.state() == State.OPEN || last.state() == State.BREACHED) {
      sources = Sources.NONE.with(receipt.article());
      changes.add(new Change(verdict.state(), receipt.at(), receipt, sources.count(), verdict.reason()));
    }
  }

  private Verdict verdict(Seen seen) {
    for (Told told : condition.told()) {
      Verdict verdict = judge.judge(told, seen);
      if (verdict.state() != null) {
        return verdict;
      }
    }
    return Verdict.NOTHING;
  }
}
