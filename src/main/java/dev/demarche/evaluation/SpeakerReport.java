package dev.demarche.evaluation;

import java.util.List;

/**
 * How often the statements of one person end without a name.
 *
 * @param articles   how many the corpus holds, 1 or more
 * @param tagged     how many of them were tagged
 * @param statements how many statements are annotated
 * @param matched    how many of them were found
 * @param lines      by the source's words: name, pronoun, title, then all of them
 * @param unnamed    the first statements without a name, as many as were asked for
 * @param sample     resolved speakers drawn at random, to be checked by hand
 */
public record SpeakerReport(int articles, int tagged, int statements, int matched, List<Line> lines, List<Case> unnamed, List<Case> sample) {

  public SpeakerReport {
    lines = List.copyOf(lines);
    unnamed = List.copyOf(unnamed);
    sample = List.copyOf(sample);
  }

  /**
   * One kind of source.
   *
   * @param source  {@code name}, {@code pronoun}, {@code title}, or {@code all}
   * @param matched statements with such a source that were found
   * @param unnamed how many of them have no canonical name
   */
  public record Line(String source, int matched, int unnamed) {

    /** The part without a name, 0 to 1. */
    public double share() {
      return matched == 0 ? 0 : (double) unnamed / matched;
    }
  }

  /**
   * A statement.
   *
   * @param article its article's name
   * @param kind    its source's: {@code name}, {@code pronoun}, {@code title}
   * @param source  the source as it is annotated
   * @param begin   where that begins in the article, in UTF-16 units
   * @param speaker whom the tagger gives, or null
   * @param passage from the statement's first word to its last, the line's rest included
   */
  public record Case(String article, String kind, String source, int begin, String speaker, String passage) {}
}
