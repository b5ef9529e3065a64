package dev.demarche.tagging.text;

import java.util.Map;

/** Parts of speech: the universal ones of Universal Dependencies. */
public enum Pos {
  ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X;

  private static final Map<String, Pos> BY_NAME = java.util.Arrays.stream(values())
      .collect(java.util.stream.Collectors.toUnmodifiableMap(Pos::name, pos -> pos));

  /** The part of speech called {@code tag}; {@link #X} where there is none. */
  static Pos of(String tag) {
    return BY_NAME.getOrDefault(tag, X);
  }
}
