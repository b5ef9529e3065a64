package dev.demarche.alerting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes two sets of content words say different things however much else they share: a negation, other numbers, opposites. */
final class Contrast {
  private static final List<List<String>> OPPOSITES = List.of(pair("rise", "fall"), pair("open", "close"), pair("support", "oppose"),
      pair("accept", "reject"), pair("begin", "end"), pair("start", "stop"), pair("increase", "decrease"), pair("raise", "lower"), pair("raise", "cut"),
      pair("join", "leave"), pair("win", "lose"), pair("allow", "ban"), pair("allow", "forbid"), pair("buy", "sell"), pair("lift", "impose"),
      pair("attack", "defend"), pair("confirm", "deny"), pair("approve", "disapprove"), pair("agree", "disagree"), pair("guilty", "innocent"),
      pair("resume", "suspend"), pair("enter", "leave"), pair("arrest", "release"), pair("legal", "illegal"), pair("first", "last"));

  private Contrast() {}

  private static List<String> pair(String one, String other) {
    return List.of(Inflection.stem(one), Inflection.stem(other));
  }

  /** Whether they differ in one of these. Numbers may be left out by one of them, not be others. */
  static boolean between(List<String> one, List<String> other) {
    return one.contains(Wording.NOT) != other.contains(Wording.NOT) || numbers(one, other)
        || OPPOSITES.stream().anyMatch(pair -> opposite(one, other, pair.get(0), pair.get(1)) || opposite(one, other, pair.get(1), pair.get(0)));
  }

  private static boolean numbers(List<String> one, List<String> other) {
    Set<String> first = numbers(one);
    Set<String> second = numbers(other);
    return !first.containsAll(second) && !second.containsAll(first);
  }

  private static Set<String> numbers(List<String> words) {
    Set<String> numbers = new HashSet<>();
    for (String word : words) {
      if (Character.isDigit(word.charAt(0))) {
        numbers.add(word);
      }
    }
    return numbers;
  }

  private static boolean opposite(List<String> one, List<String> other, String word, String opposite) {
    return one.contains(word) && !one.contains(opposite) && other.contains(opposite) && !other.contains(word);
  }
}
