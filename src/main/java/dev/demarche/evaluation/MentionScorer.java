package dev.demarche.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the names found in one sentence with the annotated mentions: right are those whose tokens and type are. Stateless. */
final class MentionScorer {
  private MentionScorer() {}

  /**
   * What {@code found} is worth. Of nested names the longest counts; one that touches an annotated mention of another type than the three counts only
   * if it is right.
   */
  static Tally<MentionType> score(IobSentence sentence, List<FoundMention> found) {
    Set<LabelledTokens<MentionType>> gold = new LinkedHashSet<>();
    List<LabelledTokens<String>> others = new ArrayList<>();
    for (LabelledTokens<String> mention : sentence.mentions()) {
      MentionType.of(mention.label()).ifPresentOrElse(
          type -> gold.add(new LabelledTokens<>(mention.from(), mention.to(), type)), () -> others.add(mention));
    }
    Set<LabelledTokens<MentionType>> longest = longest(tokens(sentence, found));
    Set<LabelledTokens<MentionType>> ours = longest.stream()
        .filter(name -> gold.contains(name) || others.stream().noneMatch(name::overlaps)).collect(Collectors.toCollection(LinkedHashSet::new));
    Map<MentionType, Counts> counts = new EnumMap<>(MentionType.class);
    for (MentionType type : MentionType.values()) {
      counts.put(type, Counts.of(count(ours, type, gold), count(ours, type, ours), count(gold, type, gold)));
    }
    return new Tally<>(counts, gold.equals(ours) ? List.of() : List.of("missed [" + show(sentence, gold, ours) + "] extra ["
        + show(sentence, ours, gold) + "] in: " + sentence.text()));
  }

  private static int count(Set<LabelledTokens<MentionType>> names, MentionType type, Set<LabelledTokens<MentionType>> alsoIn) {
    return (int) names.stream().filter(name -> name.label() == type && alsoIn.contains(name)).count();
  }

  /** The tokens that each name touches; one that touches none is left out. */
  private static Set<LabelledTokens<MentionType>> tokens(IobSentence sentence, List<FoundMention> found) {
    Set<LabelledTokens<MentionType>> names = new LinkedHashSet<>();
    for (FoundMention mention : found) {
      int first = -1;
      int behind = -1;
      int begin = 0;
      for (int i = 0; i < sentence.tokens().size(); i++) {
        int end = begin + sentence.tokens().get(i).length();
        if (Math.max(begin, mention.range().begin()) < Math.min(end, mention.range().end())) {
          first = first < 0 ? i : first;
          behind = i + 1;
        }
        begin = end + 1;
      }
      if (first >= 0) {
        names.add(new LabelledTokens<>(first, behind, mention.type()));
      }
    }
    return names;
  }

  private static Set<LabelledTokens<MentionType>> longest(Set<LabelledTokens<MentionType>> names) {
    return names.stream().filter(name -> names.stream().noneMatch(other -> other.contains(name) && other.length() > name.length()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String show(IobSentence sentence, Set<LabelledTokens<MentionType>> names, Set<LabelledTokens<MentionType>> less) {
    return names.stream().filter(name -> !less.contains(name))
        .sorted(Comparator.comparingInt((LabelledTokens<MentionType> name) -> name.from()).thenComparingInt(LabelledTokens::to)
            .thenComparing(name -> name.label().name()))
        .map(name -> String.join(" ", sentence.tokens().subList(name.from(), name.to())) + "=" + name.label()).collect(Collectors.joining("; "));
  }
}
