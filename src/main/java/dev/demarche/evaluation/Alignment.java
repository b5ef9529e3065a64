package dev.demarche.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Pairs what is annotated with what was found, one to one. */
final class Alignment {
  /** What a pair must reach. */
  static final double ENOUGH = 0.5;

  private record Pair(double score, int gold, int found) {}

  private Alignment() {}

  /**
   * Which of {@code gold} have a partner. The pair with the highest score is taken first, then the next of those whose both sides are still
   * free; among equals the earlier in {@code gold}, then in {@code found}. Pairs below {@link #ENOUGH} are none.
   */
  static <T> BitSet paired(List<T> gold, List<T> found, ToDoubleBiFunction<T, T> score) {
    List<Pair> pairs = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      for (int f = 0; f < found.size(); f++) {
        double s = score.applyAsDouble(gold.get(g), found.get(f));
        if (s >= ENOUGH) {
          pairs.add(new Pair(s, g, f));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    BitSet takenGold = new BitSet();
    BitSet takenFound = new BitSet();
    for (Pair pair : pairs) {
      if (!takenGold.get(pair.gold()) && !takenFound.get(pair.found())) {
        takenGold.set(pair.gold());
        takenFound.set(pair.found());
      }
    }
    return takenGold;
  }
}
