package dev.demarche.alerting;

import dev.demarche.domain.Independence;
import dev.demarche.domain.TriggerRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Where, in a series of occurrences, a rule holds: at which of them the window that ends there has what the rule asks for. A window has the rule's
 * length, without its begin and with its end. What holds at a time depends on nothing that comes after it.
 */
final class Windows {
  /** How many windows long the time before is, from which a usual rate is taken. */
  static final int BEFORE = 30;
  /** Less probable than this, a number of utterances is a burst. */
  static final double LEVEL = 0.001;

  private final TriggerRule rule;
  private final List<Occurrence> all;
  private final Instant since;
  private final Independence independence;

  /**
   * A window in which the rule holds.
   *
   * @param begin  index of its first occurrence
   * @param end    index behind its last one
   * @param reason why the rule holds, in words
   */
  record Window(int begin, int end, String reason) {}

  /** @param since from when on all occurrences are there, or null for from the first one on */
  Windows(TriggerRule rule, List<Occurrence> inOrder, Instant since) {
    this.rule = rule;
    this.all = inOrder;
    this.since = since;
    this.independence = rule.kind() != TriggerRule.Kind.PUBLISHERS ? null
        : new Independence(inOrder.stream().map(report -> new Independence.Report(report.house(), report.fingerprint())).toList());
  }

  /**
   * The windows in which the rule holds, in order of time.
   *
   * @param asked whether the window is looked at whose last occurrence has this index
   */
  List<Window> holding(IntPredicate asked) {
    List<Window> windows = new ArrayList<>();
    int begin = 0;
    for (int end = 1; end <= all.size(); end++) {
      Instant at = all.get(end - 1).at();
      if (end < all.size() && all.get(end).at().equals(at)) {
        continue;
      }
      while (!all.get(begin).at().isAfter(at.minus(rule.within()))) {
        begin++;
      }
      String reason = end - begin < rule.least() || !asked.test(end - 1) ? null : reason(begin, end, at);
      if (reason != null) {
        windows.add(new Window(begin, end, reason));
      }
    }
    return windows;
  }

  /** Why the rule holds in a window that has enough occurrences, or null where it does not. */
  private String reason(int begin, int end, Instant at) {
    String within = " within " + TriggerRule.text(rule.within());
    return switch (rule.kind()) {
      case COUNT -> end - begin + " utterances" + within + ", of at least " + rule.least();
      case PUBLISHERS -> {
        int sources = independence.count(begin, end);
        yield sources < rule.least() ? null : sources + " independent publishers" + within + ", of at least " + rule.least();
      }
      case BURST -> {
        UsualRate usual = usual(begin, at);
        yield usual.probability(end - begin) >= LEVEL ? null : end - begin + " utterances" + within + ", where " + usual.text(end - begin);
      }
      case EVERY, SILENCE -> null;
    };
  }

  /** Of the time before the window that ends {@code at}; the first one heard begins that time, and is not counted in it. */
  private UsualRate usual(int begin, Instant at) {
    Instant end = at.minus(rule.within());
    Instant start = at.minus(rule.within().multipliedBy(BEFORE + 1));
    Instant known = since == null ? all.get(0).at() : since;
    Instant from = known.isAfter(start) ? known : start;
    int before = (int) all.subList(0, begin).stream().filter(one -> one.at().isAfter(from)).count();
    double windows = (double) Math.max(0, Duration.between(from, end).toMillis()) / rule.within().toMillis();
    return new UsualRate(before, windows);
  }
}
