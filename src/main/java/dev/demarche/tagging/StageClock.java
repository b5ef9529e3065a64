package dev.demarche.tagging;

/**
 * Is told which part of the work on an article begins, so that it can take the time. A tagger that works on several threads needs one for each.
 */
public interface StageClock {

  /** A part of the work on an article. */
  enum Stage {
    /** Tokens, sentences, parts of speech, phrases. */
    TEXT,
    /** Names of the catalogue, and others. */
    MENTIONS,
    /** Words, their pieces, and the trained model on them. */
    ENCODER,
    /** The best labels, what belongs together, and who is its source. */
    STATEMENTS,
    /** Who is meant. */
    ACTORS,
    /** Stances and conditions. */
    STANCES,
    /** The issues of what was found, and the tagged article. */
    RECORDS
  }

  /** Takes no time. */
  StageClock OFF = stage -> { };

  /** A stage begins, and with it ends the one before; null ends the last one of an article. A stage may come again. */
  void begins(Stage stage);
}
