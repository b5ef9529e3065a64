package dev.demarche.catalogue;

import java.text.Normalizer;

/** Written forms of names. */
final class Forms {
  private Forms() {}

  /** {@code text} without accents and with straight apostrophes, in its case. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace('’', '\'');
  }
}
