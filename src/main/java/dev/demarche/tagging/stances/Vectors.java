package dev.demarche.tagging.stances;

import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.text.Document;
import java.util.ArrayList;
import java.util.List;

/** The model's vectors of one window's words, by the document's tokens. Immutable. */
final class Vectors {
  private final Document document;
  private final Scores window;

  Vectors(Document document, Scores window) {
    this.document = document;
    this.window = window;
  }

  /** The vector of the word that the token begins with, or null where the window does not hold it. */
  float[] at(int token) {
    int word = word(window.words(), document.token(token).begin());
    return word < window.from() || word >= window.to() ? null : window.stances()[word - window.from()];
  }

  /** The vectors of the words from one token to another, those at both ends only where {@code ends}. */
  List<float[]> between(int from, int to, boolean ends) {
    int first = word(window.words(), document.token(from).begin()) + (ends ? 0 : 1);
    int last = word(window.words(), document.token(to).begin()) - (ends ? 0 : 1);
    List<float[]> rows = new ArrayList<>();
    for (int word = Math.max(first, window.from()); word <= Math.min(last, window.to() - 1); word++) {
      rows.add(window.stances()[word - window.from()]);
    }
    return rows;
  }

  /** Code units from the begin of one token to that of another. */
  int gap(int from, int to) {
    return document.token(to).begin() - document.token(from).begin();
  }

  /** Index of the first word that ends behind {@code offset}. */
  static int word(Words words, int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (words.end(middle) > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
