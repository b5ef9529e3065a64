package dev.demarche.tagging.mentions;

import dev.demarche.tagging.text.Document;
import java.util.List;

/**
 * Tokens that may be a name.
 *
 * @param from index of the first token
 * @param to   index behind the last token
 * @param seen what the model sees there, or null where only the catalogue knows a name
 * @param uses whom the catalogue knows by it; empty where it knows nobody who could be what the model sees
 */
record Candidate(int from, int to, Named seen, List<NameUse> uses) {

  int size() {
    return to - from;
  }

  boolean known() {
    return !uses.isEmpty();
  }

  /** The words as they stand in the article, with single blanks. */
  String text(Document document) {
    return document.span(from, to).text().replaceAll("[\\s\\u00a0]+", " ");
  }
}
