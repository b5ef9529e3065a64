package dev.demarche.watching;

import dev.demarche.domain.Matched;
import java.util.Objects;

/**
 * A piece of text that words are looked for in, and where it comes from.
 *
 * @param in    the article's text or its title; null where it stands in another article
 * @param begin of the piece in there, in UTF-16 code units
 * @param text  the piece
 */
record Passage(Matched.In in, int begin, String text) {

  Passage {
    Objects.requireNonNull(text, "text");
  }
}
