package dev.demarche.conditions;

import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reports of one condition, however they word it: the same setter, the same who must act, and an antecedent that asks for the same, or
 * where its act is the same or the words are, a consequence that says the same. A report that names no setter is taken for one of the first
 * condition that asks for
 * the same. What is alike by way of a third is one condition, so that the order of the reports does not matter.
 *
 * @param id   made of setter, who must act and the act, or the verb; a number more where there are several such
 * @param told the reports, in order of time; not empty
 */
record SameCondition(String id, List<Told> told) {

  SameCondition {
    told = List.copyOf(told);
  }

  /** The conditions that {@code told} tell of, in order of their first reports. */
  static List<SameCondition> of(List<Told> told, Rules rules) {
    List<List<Told>> groups = new ArrayList<>();
    told.stream().filter(one -> one.setter() != null).forEach(one -> join(groups, one, rules));
    for (Told one : told) {
      if (one.setter() == null) {
        groups.stream().filter(group -> group.stream().anyMatch(other -> Objects.equals(other.actor(), one.actor())
            && alike(other, one, rules))).findFirst()
            .ifPresentOrElse(group -> group.add(one), () -> groups.add(new ArrayList<>(List.of(one))));
      }
    }
    groups.forEach(group -> group.sort((a, b) -> ConditionReceipt.BY_TIME.compare(a.receipt(), b.receipt())));
    groups.sort((a, b) -> ConditionReceipt.BY_TIME.compare(a.get(0).receipt(), b.get(0).receipt()));
    Map<String, Integer> numbers = new HashMap<>();
    List<SameCondition> conditions = new ArrayList<>();
    for (List<Told> group : groups) {
      String label = label(group);
      int number = numbers.merge(label, 1, Integer::sum);
      conditions.add(new SameCondition(ContentId.of(number == 1 ? label : label + "|" + number), group));
    }
    return conditions;
  }

  private static void join(List<List<Told>> groups, Told one, Rules rules) {
    List<List<Told>> near = groups.stream().filter(group -> group.stream().anyMatch(other -> same(other, one, rules))).toList();
    List<Told> joined = new ArrayList<>(List.of(one));
    near.forEach(joined::addAll);
    groups.removeAll(near);
    groups.add(joined);
  }

  private static boolean same(Told one, Told other, Rules rules) {
    return one.setter().equals(other.setter()) && Objects.equals(one.actor(), other.actor()) && alike(one, other, rules);
  }

  private static boolean alike(Told one, Told other, Rules rules) {
    Deed asks = one.condition().asks();
    Deed asked = other.condition().asks();
    if (Overlap.alike(asks, asked, rules.overlap())) {
      return true;
    }
    Deed follows = one.condition().follows();
    Deed followed = other.condition().follows();
    boolean shorter = asks.words().size() <= asked.words().size();
    double share = Overlap.share(shorter ? asks.words() : asked.words(), Overlap.all(shorter ? asked : asks));
    boolean near = asks.act() != null && asks.act() == asked.act() || !asks.words().isEmpty() && !asked.words().isEmpty() && share >= rules.overlap();
    return near && asks.negated() == asked.negated() && follows != null && followed != null && !follows.words().isEmpty()
        && Overlap.alike(follows, followed, rules.overlap());
  }

  private static String label(List<Told> group) {
    Told named = group.stream().filter(one -> one.setter() != null).findFirst().orElse(group.get(0));
    String act = most(group, asks -> asks.act() == null ? null : asks.act().name());
    return String.join("|", String.valueOf(named.setter()), String.valueOf(named.actor()), act != null ? act : most(group, Deed::verb));
  }

  private static String most(List<Told> group, Function<Deed, String> value) {
    Map<String, Integer> counts = new TreeMap<>();
    group.stream().map(one -> value.apply(one.condition().asks())).filter(Objects::nonNull).forEach(one -> counts.merge(one, 1, Integer::sum));
    String best = null;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      best = best == null || entry.getValue() > counts.get(best) ? entry.getKey() : best;
    }
    return best;
  }
}
