package dev.demarche.tagging.statements;

import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.ModelFacts;
import dev.demarche.tagging.encoder.Scores;
import java.util.ArrayList;
import java.util.List;

/**
 * What one window shows of statements: spans, and how well they fit each other. Small beside the scores that it is read from.
 *
 * @param ownedFrom index of the first word that is the window's own
 * @param ownedTo   index behind the last such word
 * @param cues      in order
 * @param contents  in order
 */
record Sight(int ownedFrom, int ownedTo, List<Cue> cues, List<Content> contents) {

  /**
   * A cue with the source that fits it best.
   *
   * @param source      null where none fits better than any
   * @param probability of this source, or of none, among those of the window
   */
  record Cue(LabelledSpan span, LabelledSpan source, double probability) {}

  /**
   * A content with its scores for the window's cues.
   *
   * @param cutBefore whether it may have begun before the window does
   * @param cutBehind whether it may go on behind the window
   * @param scores    one for each cue
   */
  record Content(LabelledSpan span, boolean cutBefore, boolean cutBehind, double[] scores) {}

  static Sight of(Scores window, ModelFacts facts) {
    List<LabelledSpan> sources = new ArrayList<>();
    List<LabelledSpan> cues = new ArrayList<>();
    List<LabelledSpan> contents = new ArrayList<>();
    for (LabelledSpan span : facts.roles().spans(window.roles(), window.from())) {
      switch (span.label()) {
        case "SOURCE" -> sources.add(span);
        case "CUE" -> cues.add(span);
        case "CONTENT" -> contents.add(span);
        default -> throw new IllegalArgumentException("the model's roles have a label " + span.label() + ", not SOURCE, CUE or CONTENT");
      }
    }
    LinkScores links = new LinkScores(window, facts.links());
    List<Cue> withSource = new ArrayList<>();
    for (LabelledSpan cue : cues) {
      double[] fit = links.sources(cue, sources);
      int best = best(fit);
      withSource.add(new Cue(cue, best < sources.size() ? sources.get(best) : null, probability(fit, best)));
    }
    List<Content> seen = new ArrayList<>();
    for (LabelledSpan content : contents) {
      seen.add(new Content(content, content.from() == window.from() && window.from() > 0,
          content.to() == window.to() && window.to() < window.words().size(), links.cues(content, cues)));
    }
    return new Sight(window.ownedFrom(), window.ownedTo(), withSource, seen);
  }

  boolean owns(int word) {
    return ownedFrom <= word && word < ownedTo;
  }

  static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  /** The share of the score at {@code index} after a softmax. */
  static double probability(double[] scores, int index) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - scores[index]);
    }
    return 1 / sum;
  }
}
