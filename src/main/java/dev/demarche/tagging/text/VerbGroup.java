package dev.demarche.tagging.text;

/**
 * A verb with its auxiliaries and the adverbs among and before them.
 *
 * @param from       index of its first token
 * @param to         index behind its last token
 * @param main       index of the main verb; the last auxiliary where there is none
 * @param modal      the modal in it ("could"), or null
 * @param negated    whether "not", "never" or the like stands in it
 * @param passive    whether it is a passive
 * @param infinitive whether it is a to-infinitive
 * @param form       form of the main verb
 * @param auxiliary  whether an auxiliary stands before the main verb
 */
public record VerbGroup(int from, int to, int main, String modal, boolean negated, boolean passive, boolean infinitive, Form form,
                        boolean auxiliary) {

  /** Form of a main verb; PAST stands for the participle, too, where an auxiliary tells. */
  public enum Form { PRESENT, PAST, ING }

  /** Whether it can be the verb of a clause with a subject of its own. */
  public boolean finite() {
    return !infinitive && (auxiliary || form != Form.ING);
  }

  /** Whether it is a bare participle in -ing. */
  public boolean gerund() {
    return form == Form.ING && !auxiliary && !infinitive;
  }
}
