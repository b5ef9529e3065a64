package dev.demarche.domain;

/**
 * What a holder does towards a target or an issue, in words or deeds: PLOVER's categories (Open Event Data Alliance), with
 * DENY, DOUBT, EXPECT, DECLINE and STATE added.
 */
public enum Act {
  AGREE(1), CONSULT(0), SUPPORT(1), CONCEDE(1), COOPERATE(1), AID(1), RETREAT(1), REQUEST(0), ACCUSE(-1), REJECT(-1), THREATEN(-1),
  PROTEST(-1), SANCTION(-1), MOBILIZE(-1), COERCE(-1), ASSAULT(-1), DENY(0), DOUBT(0), EXPECT(0), DECLINE(0), STATE(0);

  private final int polarity;

  Act(int polarity) {
    this.polarity = polarity;
  }

  /** The polarity that the act has unless the words say otherwise: -1 against, 0 neither, 1 for. */
  public int polarity() {
    return polarity;
  }
}
