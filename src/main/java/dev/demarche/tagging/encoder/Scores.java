package dev.demarche.tagging.encoder;

import java.util.Objects;

/**
 * What the model says of the words of one window. The outer arrays are indexed by the word's index less {@code from}; they are handed over,
 * not copied, and whoever gets them leaves them as they are.
 *
 * @param words     the words of the whole text
 * @param from      index of the window's first word
 * @param to        index behind its last word
 * @param ownedFrom index of the first word that is this window's own; those before it are context
 * @param ownedTo   index behind the last word that is its own; every word of a text is owned by exactly one window
 * @param roles     for each word a score for each label of {@link ModelFacts#roles()}
 * @param mentions  for each word a score for each label of {@link ModelFacts#mentions()}
 * @param links     for each word the four vectors of {@link ModelFacts#links()}, one behind the other
 * @param stances   for each word the vector that {@link ModelFacts#stances()} scores; empty where the model has none
 * @param none      the same four vectors of links where there is no word, the window's first piece
 */
public record Scores(Words words, int from, int to, int ownedFrom, int ownedTo, float[][] roles, float[][] mentions, float[][] links,
    float[][] stances, float[] none) {

  /** A window of a model without stances. */
  public Scores(Words words, int from, int to, int ownedFrom, int ownedTo, float[][] roles, float[][] mentions, float[][] links, float[] none) {
    this(words, from, to, ownedFrom, ownedTo, roles, mentions, links, new float[0][], none);
  }

  public Scores {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(none, "none");
    if (from < 0 || ownedFrom < from || ownedTo <= ownedFrom || to < ownedTo || words.size() < to) {
      throw new IllegalArgumentException("window [" + from + ", " + to + ") with its own [" + ownedFrom + ", " + ownedTo + ") does not fit "
          + words.size() + " words");
    }
    long rows = to - from;
    if (roles.length != rows || mentions.length != rows || links.length != rows
        || stances.length != 0 && stances.length != rows) {
      throw new IllegalArgumentException("roles " + roles.length + ", mentions " + mentions.length + ", links " + links.length
          + " and stances " + stances.length
          + " are not one row a word of " + rows);
    }
  }

  /** Whether word {@code i} is this window's own. */
  public boolean owns(int i) {
    return ownedFrom <= i && i < ownedTo;
  }
}
