package dev.demarche.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Maximum matching of houses and texts by augmenting paths (Kuhn, "The Hungarian method for the assignment problem", 1955). */
final class Matching {
  private final List<? extends Collection<Integer>> textsOf;
  private final Map<Integer, Integer> houseOf = new HashMap<>();

  private Matching(List<? extends Collection<Integer>> textsOf) {
    this.textsOf = textsOf;
  }

  /** How many houses can each have a text that no other has, where {@code textsOf} says which texts each house printed. */
  static int size(List<? extends Collection<Integer>> textsOf) {
    Matching matching = new Matching(textsOf);
    int size = 0;
    for (int house = 0; house < textsOf.size(); house++) {
      size += matching.match(house, new HashSet<>()) ? 1 : 0;
    }
    return size;
  }

  private boolean match(int house, Set<Integer> seen) {
    for (int text : textsOf.get(house)) {
      if (seen.add(text) && (!houseOf.containsKey(text) || match(houseOf.get(text), seen))) {
        houseOf.put(text, house);
        return true;
      }
    }
    return false;
  }
}
