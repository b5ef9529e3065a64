package dev.demarche.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

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
    int[] partners = partners(gold, found, score);
    BitSet paired = new BitSet();
    IntStream.range(0, partners.length).filter(g -> partners[g] >= 0).forEach(paired::set);
    return paired;
  }

  /** The partner of each of {@code gold} by {@link #paired}: its index in {@code found}, or -1. */
  static <T> int[] partners(List<T> gold, List<T> found, ToDoubleBiFunction<T, T> score) {
    return partners(gold, found, score, ENOUGH);
  }

  /** The same with pairs of {@code least}, more than 0, or more. */
  static <T> int[] partners(List<T> gold, List<T> found, ToDoubleBiFunction<T, T> score, double least) {
    List<Pair> pairs = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      for (int f = 0; f < found.size(); f++) {
        double s = score.applyAsDouble(gold.get(g), found.get(f));
        if (s >= least) {
          pairs.add(new Pair(s, g, f));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    int[] partners = new int[gold.size()];
    Arrays.fill(partners, -1);
    BitSet takenFound = new BitSet();
    for (Pair pair : pairs) {
      if (partners[pair.gold()] < 0 && !takenFound.get(pair.found())) {
        partners[pair.gold()] = pair.found();
        takenFound.set(pair.found());
      }
    }
    return partners;
  }
}
