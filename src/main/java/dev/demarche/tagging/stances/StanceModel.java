package dev.demarche.tagging.stances;

import dev.demarche.tagging.encoder.Weights;

/** What the trained model knows of stances. Immutable and safe for use by several threads. */
public final class StanceModel {
  private final StanceScorer scorer;
  private final Attitudes attitudes;

  private StanceModel(StanceScorer scorer) {
    this.scorer = scorer;
    this.attitudes = new Attitudes(scorer);
  }

  /**
   * The model with these weights, or null without any.
   *
   * @throws IllegalArgumentException if they are not what this version scores with
   */
  public static StanceModel of(Weights weights) {
    return weights == null ? null : new StanceModel(new StanceScorer(weights));
  }

  StanceScorer scorer() {
    return scorer;
  }

  Attitudes attitudes() {
    return attitudes;
  }
}
