package dev.demarche.tagging.actors;

import java.util.List;

/** Tells which of several candidates a pronoun means. */
interface PronounRanker {

  /**
   * How likely each candidate is.
   *
   * @param pronoun    what is asked for
   * @param candidates who is there
   * @param rows       a row for each candidate, with the values of {@link Feature} in their order, and a last one that stands for nobody
   * @return one number a row, 0 to 1, which add up to 1
   */
  double[] probabilities(Pronoun pronoun, List<Candidate> candidates, float[][] rows);
}
