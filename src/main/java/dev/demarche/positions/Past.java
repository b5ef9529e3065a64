package dev.demarche.positions;

import dev.demarche.domain.Receipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left of the reports that are no longer kept one by one.
 *
 * @param held what was held after them
 * @param runs the last stands, in order of time, for the issue as a whole and for each target
 * @param last the last of the reports, or null where there is none
 * @param provisos on which terms it was held
 */
record Past(List<Held> held, List<Run> runs, Receipt last, List<Proviso> provisos) {
  static final Past NONE = new Past(List.of(), List.of(), null, List.of());
  private static final int MAX_HELD = 20;
  private static final int MAX_RUNS = 40;
  /** How many stands before the present one are remembered of the issue as a whole. */
  static final int MAX_HISTORY = 10;
  /** How many of each target. */
  static final int MAX_TARGET_HISTORY = 3;

  Past {
    held = newest(held);
    provisos = provisos == null ? List.of() : newest(provisos);
    runs = bounded(runs);
  }

  private static <T> List<T> newest(List<T> list) {
    return List.copyOf(list.size() <= MAX_HELD ? list : list.subList(list.size() - MAX_HELD, list.size()));
  }

  /** Without the stands towards single targets that ended first, where there are too many. */
  private static List<Run> bounded(List<Run> runs) {
    if (runs.size() <= MAX_RUNS) {
      return List.copyOf(runs);
    }
    Set<Run> oldest = runs.stream().filter(run -> run.target() != null).sorted(Comparator.comparing(Run::last, Receipt.BY_TIME))
        .limit(runs.size() - MAX_RUNS).collect(Collectors.toSet());
    return runs.stream().filter(run -> !oldest.contains(run)).toList();
  }

  /** Whether {@code receipt} is older than what is kept one by one. */
  boolean covers(Receipt receipt) {
    return last != null && Receipt.BY_TIME.compare(receipt, last) <= 0;
  }

  List<Held> openHeld() {
    return new ArrayList<>(held);
  }

  List<Run> openRuns() {
    return new ArrayList<>(runs);
  }
}
