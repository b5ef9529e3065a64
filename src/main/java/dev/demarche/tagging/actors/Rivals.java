package dev.demarche.tagging.actors;

import dev.demarche.tagging.text.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a pronoun's candidates are to each other once those are left away whom grammar, gender or type rules out: who is nearest, and who comes first in
 * the order of Hobbs (sentences backwards, each from left to right; Lingua 44, 1978). Used once.
 */
final class Rivals {
  private static final List<Feature> OUT = List.of(Feature.OBJECT_OF_OWN_SUBJECT, Feature.OBJECT_OF_CONTROLLER, Feature.OBJECT_IN_SAME_CLAUSE,
      Feature.GENDER_UNLIKELY, Feature.PLACE, Feature.IN_BRACKETS);

  private final Document document;
  private final List<Candidate> candidates;
  private final float[][] rows;

  /** {@code rows}: those of the candidates, in their order, with all other features. */
  Rivals(Document document, List<Candidate> candidates, float[][] rows) {
    this.document = document;
    this.candidates = candidates;
    this.rows = rows;
  }

  void rank() {
    List<Integer> left = new ArrayList<>();
    for (int c = 0; c < candidates.size(); c++) {
      int candidate = c;
      boolean out = OUT.stream().anyMatch(feature -> is(candidate, feature)) || candidates.get(c).before().isEmpty();
      if (out) {
        set(c, Feature.RULED_OUT);
      } else {
        left.add(c);
      }
    }
    if (left.size() == 1) {
      set(left.get(0), Feature.ONLY_LEFT);
    }
    Comparator<Integer> nearest = Comparator.comparingInt(c -> -candidates.get(c).nearest().token());
    left.sort(nearest);
    first(left, c -> true, Feature.NEAREST_LEFT, Feature.SECOND_NEAREST_LEFT);
    first(left, c -> candidates.get(c).nearest().role() == Role.SUBJECT, Feature.LAST_SUBJECT_LEFT, null);
    first(left, c -> is(c, Feature.SAME_ROLE), Feature.SAME_ROLE_LEFT, null);
    left.sort(Comparator.comparingInt((Integer c) -> -document.sentenceIndex(candidates.get(c).nearest().token())).thenComparingInt(this::leftmost));
    first(left, c -> true, Feature.FIRST_LEFT, Feature.SECOND_LEFT);
    left.sort(Comparator.comparingInt((Integer c) -> -candidates.get(c).before().size()).thenComparing(nearest));
    first(left, c -> true, Feature.MOST_MENTIONED_LEFT, null);
  }

  private void first(List<Integer> order, Predicate<Integer> which, Feature first, Feature second) {
    List<Integer> found = order.stream().filter(which).limit(2).toList();
    if (!found.isEmpty()) {
      set(found.get(0), first);
    }
    if (second != null && found.size() > 1) {
      set(found.get(1), second);
    }
  }

  /** The candidate's first words in the sentence that names it last. */
  private int leftmost(int c) {
    int token = candidates.get(c).nearest().token();
    int sentence = document.sentenceIndex(token);
    for (Seen seen : candidates.get(c).before()) {
      token = document.sentenceIndex(seen.token()) == sentence ? Math.min(token, seen.token()) : token;
    }
    return token;
  }

  private boolean is(int c, Feature feature) {
    return rows[c][feature.ordinal()] > 0;
  }

  private void set(int c, Feature feature) {
    rows[c][feature.ordinal()] = 1;
  }
}
