package dev.demarche.domain;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One thing found in an article that a watch may ask for, with its sentence.
 *
 * @param kind        what it is
 * @param id          id of the statement, stance, condition or shift; of a mention: article id, revision, "m" and index
 * @param who         canonical name of speaker, holder, setter of the condition, who has shifted, or the mentioned actor; null where unknown
 * @param whoActor    the catalogue's id of {@code who}, or null
 * @param act         of a stance, or of the report after a shift; else null
 * @param polarity    of a stance, -1 against, 0 neither, 1 for; else null
 * @param target      canonical name of a stance's target, or null
 * @param targetActor the catalogue's id of {@code target}, or null
 * @param mentioned   ids, and names where there is no id, of the actors named in the sentence
 * @param issues      ids of the issues it is about
 * @param evidence    the words that say it, in order of the text; not empty
 * @param sentence    the sentences that the evidence touches
 * @param confidence  0 to 1
 * @param shift       of a shift, with both receipts; else null
 * @param condition   of a condition that has come into a state, that state; else null
 */
public record Finding(Kind kind, String id, String who, String whoActor, Act act, Integer polarity, String target,
                      String targetActor, Set<String> mentioned, List<String> issues, List<Span> evidence, Span sentence, double confidence,
                      Shift shift, ConditionState condition) {

  /** The kinds of findings. */
  public enum Kind { STATEMENT, STANCE, CONDITION, MENTION, SHIFT }

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sentence, "sentence");
    mentioned = Set.copyOf(mentioned);
    issues = List.copyOf(issues);
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("finding " + id + " has no evidence");
    }
    Confidence.check(confidence);
  }

  /** A finding of an article: anything but a shift or a stance with its polarity. */
  public Finding(Kind kind, String id, String who, String whoActor, Act act, String target, String targetActor, Set<String> mentioned,
                 List<String> issues, List<Span> evidence, Span sentence, double confidence) {
    this(kind, id, who, whoActor, act, null, target, targetActor, mentioned, issues, evidence, sentence, confidence, null, null);
  }

  /** A shift. */
  public Finding(Kind kind, String id, String who, String whoActor, Act act, String target, String targetActor, Set<String> mentioned,
                 List<String> issues, List<Span> evidence, Span sentence, double confidence, Shift shift) {
    this(kind, id, who, whoActor, act, null, target, targetActor, mentioned, issues, evidence, sentence, confidence, shift, null);
  }
}
