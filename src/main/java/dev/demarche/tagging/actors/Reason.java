package dev.demarche.tagging.actors;

import java.util.Objects;

/**
 * Why a phrase means whom it means, as whoever decided it says.
 *
 * @param ground     the kind of reason
 * @param from       what it rests on, such as the full name that a surname belongs to; null where the ground says all
 * @param confidence how sure the decision is, 0 to 1
 */
public record Reason(Ground ground, String from, double confidence) {

  /** The kinds of reasons. */
  public enum Ground {
    CATALOGUE("the catalogue has this name"),
    NAMESAKE("the catalogue has this name for several; one is named in full here"),
    CATALOGUE_SURNAME("surname of one person in the catalogue"),
    NEW_NAME("a name that the catalogue does not have"),
    SURNAME("surname or first name of somebody named in full here"),
    ACRONYM("initials of a body named in full here"),
    PEOPLE("name of a country's people"),
    CAPITAL_ACTS("a capital that acts: its government"),
    CAPITAL_PLACE("a capital or seat of power as a place"),
    SEAT("seat of power of a country"),
    BODY("a body of a country acts for it"),
    ADMINISTRATION("a leader's administration acts for the leader"),
    OFFICE_HERE("the article gives the office to somebody"),
    OFFICE_AT_DATE("holder of the office, by the catalogue at the article's date"),
    DESCRIPTION("the last one here whom the description fits"),
    APPOSITION("a name in apposition"),
    PRONOUN("whom the pronoun means best"),
    FIRST_PERSON("who is speaking"),
    AUTHOR("the author, who is not named"),
    NO_SOURCE("no source stands in the text"),
    NOBODY("nobody is likely enough"),
    OWN_WORDS("nobody is named: the words stay");

    private final String words;

    Ground(String words) {
      this.words = words;
    }

    /** For people, without what it rests on. */
    public String words() {
      return words;
    }
  }

  static final Reason OWN = new Reason(Ground.OWN_WORDS, null, 1);

  public Reason {
    Objects.requireNonNull(ground, "ground");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not within 0 and 1");
    }
  }

  static Reason of(Ground ground, String from) {
    return new Reason(ground, from, 1);
  }

  static Reason of(Ground ground) {
    return new Reason(ground, null, 1);
  }
}
