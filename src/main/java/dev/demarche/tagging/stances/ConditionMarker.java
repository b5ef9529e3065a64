package dev.demarche.tagging.stances;

/**
 * The words that make one thing depend on another.
 *
 * @param kind       how the two stand to each other
 * @param from       index of its first token
 * @param to         index behind its last token, where the clause or noun that it governs starts
 * @param confidence 0 to 1, of a condition that it makes
 */
record ConditionMarker(Kind kind, int from, int to, double confidence) {

  /** What a marker governs, and what else must hold. */
  enum Kind {
    /** A clause that is supposed: if, unless, provided that, as long as. */
    SUPPOSED,
    /** A clause that must come true first: until, once, only when. Of what happened already it tells the order alone. */
    AWAITED,
    /** What follows if the order before it is not obeyed: or face. */
    ULTIMATUM,
    /** A clause that follows: the main clause is what must come first. */
    BEFORE,
    /** A noun: in exchange for, in the event of. */
    EXCHANGED,
    /** A noun that a lack of makes impossible. */
    WITHOUT,
    /** A noun or clause; the subject of the marker's verb follows from it: depends on, is contingent on. */
    DEPENDENCE
  }

  /** Whether it governs a noun, not a clause. */
  boolean governsNoun() {
    return kind == Kind.EXCHANGED || kind == Kind.WITHOUT || kind == Kind.DEPENDENCE;
  }
}
