package dev.demarche.tagging.text;

/**
 * A word, number or mark of an article.
 *
 * @param begin first UTF-16 code unit
 * @param end   behind the last code unit
 * @param text  as it stands in the article
 * @param lower lower case, with curly apostrophes made straight
 * @param pos   part of speech
 */
public record Token(int begin, int end, String text, String lower, Pos pos) {

  /** Whether it starts with a capital letter. */
  public boolean capitalised() {
    return Character.isUpperCase(text.codePointAt(0)) || Character.isTitleCase(text.codePointAt(0));
  }

  /** Whether it starts with a letter or a digit. */
  public boolean word() {
    return Character.isLetterOrDigit(text.codePointAt(0));
  }

  /** Whether it is the possessive mark. */
  public boolean possessive() {
    return lower.equals("'s") && pos != Pos.AUX && pos != Pos.VERB || lower.equals("'") && pos == Pos.PART;
  }

  Token as(Pos other) {
    return new Token(begin, end, text, lower, other);
  }
}
