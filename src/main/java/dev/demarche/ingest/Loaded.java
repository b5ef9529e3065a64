package dev.demarche.ingest;

import dev.demarche.domain.Article;

/** What became of a file, or of a line of one. */
public sealed interface Loaded {

  /** It is an article. */
  record Good(Article article) implements Loaded {}

  /**
   * It is none.
   *
   * @param where   the file, with the line where lines are articles
   * @param message what is wrong
   * @param mend    what to do
   */
  record Bad(String where, String message, String mend) implements Loaded {

    /** One line for people. */
    @Override
    public String toString() {
      return where + ": " + message + "; " + mend;
    }
  }
}
