package dev.demarche.evaluation;

import dev.demarche.evaluation.PronounQuestion.Answer;
import java.util.List;

/** Reads from what a tagger found which of two names a pronoun means. Stateless. */
final class PronounScorer {
  private PronounScorer() {}

  /**
   * The name that has the pronoun's canonical name; NEITHER where the pronoun was not resolved, where it means somebody else, or where both have
   * it, since one who is taken for both is not told from either.
   */
  static Answer answer(PronounQuestion question, List<FoundActor> found) {
    String meant = found.stream().filter(actor -> actor.pronoun() && actor.range().equals(question.pronoun())).map(FoundActor::name).findFirst()
        .orElse(null);
    boolean a = meant != null && named(question.a(), meant, found);
    boolean b = meant != null && named(question.b(), meant, found);
    return a == b ? Answer.NEITHER : a ? Answer.A : Answer.B;
  }

  /** Whether a name that touches {@code range} is that of {@code meant}. */
  private static boolean named(Range range, String meant, List<FoundActor> found) {
    return found.stream().anyMatch(actor -> !actor.pronoun() && actor.touches(range) && actor.name().equals(meant));
  }
}
