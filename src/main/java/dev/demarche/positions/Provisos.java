package dev.demarche.positions;

import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms on which an actor is for or against an issue, report by report in order of event time.
 *
 * <p>A condition is added where the side was reported without one, and a report tells one. It is withdrawn where a report of the same side says that there is none;
 * that a report leaves it out says nothing. A report that follows the first one of a side within the time of settling tells the same news more fully, and
 * one that contradicts a change within that time is old news: neither changes anything. With the side the terms go. Not for use by several threads.
 */
final class Provisos {
  private final List<Proviso> held;
  private final Duration settling;

  /** A condition that was added or withdrawn, and the last report of the terms before. */
  record Change(Shift.Kind kind, Receipt before) {}

  Provisos(List<Proviso> held, Duration settling) {
    this.held = new ArrayList<>(held);
    this.settling = settling;
  }

  /**
   * What {@code receipt}, not older than those before it, does.
   *
   * @param side  1 for, -1 against
   * @param terms what it says of them, or null
   */
  Optional<Change> take(Receipt receipt, int side, Terms.Kind terms) {
    Proviso known = latest(receipt.targetKey()).orElse(null);
    boolean binds = terms == Terms.Kind.ON_CONDITION;
    if (known == null || known.side() != side) {
      put(known, new Proviso(receipt.targetKey(), side, binds, receipt, receipt.at(), null));
      return Optional.empty();
    }
    boolean same = terms == null ? !known.bound() : known.bound() == binds;
    if (same) {
      put(known, known.renewed(receipt));
      return Optional.empty();
    }
    if (terms == null || known.turned() != null && receipt.at().isBefore(known.turned().plus(settling))) {
      return Optional.empty();
    }
    boolean fuller = binds && known.turned() == null && receipt.at().isBefore(known.since().plus(settling));
    Instant turned = fuller ? null : receipt.at();
    put(known, new Proviso(receipt.targetKey(), side, binds, receipt, fuller ? known.since() : receipt.at(), turned));
    return fuller ? Optional.empty()
        : Optional.of(new Change(binds ? Shift.Kind.CONDITION_ADDED : Shift.Kind.CONDITION_WITHDRAWN, known.last()));
  }

  private void put(Proviso known, Proviso next) {
    held.removeIf(one -> one.equals(known) || Objects.equals(one.target(), next.target()));
    held.add(next);
  }

  private Optional<Proviso> latest(String target) {
    return held.stream().filter(one -> Track.sameTarget(one.target(), target)).max(Comparator.comparing(Proviso::last, Receipt.BY_TIME));
  }

  /** The last report of the condition on which a side is held towards {@code target}, or on the issue as a whole for null; null where it is held on none. */
  Receipt condition(String target, int side) {
    return latest(target).filter(one -> one.bound() && one.side() == side).map(Proviso::last).orElse(null);
  }

  /** What to remember in the place of all that was taken. */
  List<Proviso> held() {
    return List.copyOf(held);
  }
}
