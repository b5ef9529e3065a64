package dev.demarche.tagging.text;

import java.util.List;

/**
 * Who does what a verb says, as the text names them.
 *
 * @param from  index of its first token
 * @param to    index behind its last token, appositions and the like included
 * @param heads its noun phrases, one or several joined by "and"
 * @param of    how it was found
 */
public record Subject(int from, int to, List<NounPhrase> heads, Found of) {

  /** How a subject was found: beside its verb, by way of a relative pronoun, or taken over from an earlier verb. */
  public enum Found { BESIDE, RELATIVE, SHARED }

  public Subject {
    heads = List.copyOf(heads);
  }

  /** The first of its noun phrases. */
  public NounPhrase head() {
    return heads.get(0);
  }

  Subject by(Found other) {
    return new Subject(from, to, heads, other);
  }
}
