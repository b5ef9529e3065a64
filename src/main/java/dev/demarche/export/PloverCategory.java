package dev.demarche.export;

import dev.demarche.domain.Act;
import java.util.Arrays;
import java.util.Optional;

/**
 * PLOVER's categories of events with their quad code and score: PLOVER Manual (Open Event Data Alliance), chapter 2, and its table of numeric
 * conflict-cooperation scores. The manual's DEMAND is called REQUEST, as in the tables of POLECAT. The names are those of {@link Act}.
 */
enum PloverCategory {
  AGREE(Quad.VERBAL_COOPERATION, 4.2), CONSULT(Quad.VERBAL_COOPERATION, 2.1), SUPPORT(Quad.VERBAL_COOPERATION, 4.6), CONCEDE(Quad.VERBAL_COOPERATION, 5.0),
  COOPERATE(Quad.MATERIAL_COOPERATION, 6.8), AID(Quad.MATERIAL_COOPERATION, 7.4), RETREAT(Quad.MATERIAL_COOPERATION, 7.6),
  REQUEST(Quad.VERBAL_CONFLICT, -5.0), ACCUSE(Quad.VERBAL_CONFLICT, -2.0), REJECT(Quad.VERBAL_CONFLICT, -4.2), THREATEN(Quad.VERBAL_CONFLICT, -5.1),
  PROTEST(Quad.MATERIAL_CONFLICT, -6.6), SANCTION(Quad.MATERIAL_CONFLICT, -5.2), MOBILIZE(Quad.MATERIAL_CONFLICT, -5.3),
  COERCE(Quad.MATERIAL_CONFLICT, -7.2), ASSAULT(Quad.MATERIAL_CONFLICT, -9.3);

  /** In words or deeds, for or against. */
  enum Quad {
    VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT;

    String label() {
      return name().replace('_', ' ');
    }
  }

  private final Quad quad;
  private final double score;

  PloverCategory(Quad quad, double score) {
    this.quad = quad;
    this.score = score;
  }

  Quad quad() {
    return quad;
  }

  /** From -10, conflict, to 10, cooperation. */
  double score() {
    return score;
  }

  /** The category of {@code act}; none for what PLOVER does not code: it holds statements that change nothing to be no events. */
  static Optional<PloverCategory> of(Act act) {
    return Arrays.stream(values()).filter(category -> category.name().equals(act.name())).findFirst();
  }
}
