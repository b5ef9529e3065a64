package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;

/**
 * A stance as ranges of tokens.
 *
 * @param holder     who holds it
 * @param holderFrom index of the first token that names the holder, or -1
 * @param holderTo   index behind the last such token
 * @param act        what the holder does
 * @param polarity   -1 against, 0 neither, 1 for
 * @param target     to whom, or null
 * @param targetFrom index of the first token that names the target, or -1
 * @param targetTo   index behind the last such token
 * @param trigger    index of the word that says the act, or -1
 * @param from       index of the evidence's first token
 * @param to         index behind the evidence's last token
 * @param within     the statement that it stands in, or null
 * @param confidence 0 to 1
 */
public record FoundStance(Who holder, int holderFrom, int holderTo, Act act, int polarity, Who target, int targetFrom, int targetTo, int trigger,
                          int from, int to, Attributed within, double confidence) {

  /** One with the polarity that the act has. */
  FoundStance(Who holder, int holderFrom, int holderTo, Act act, Who target, int targetFrom, int targetTo, int trigger, int from, int to, Attributed within,
              double confidence) {
    this(holder, holderFrom, holderTo, act, act.polarity(), target, targetFrom, targetTo, trigger, from, to, within, confidence);
  }

  /** The same with another polarity. */
  FoundStance with(int other) {
    return new FoundStance(holder, holderFrom, holderTo, act, other, target, targetFrom, targetTo, trigger, from, to, within, confidence);
  }

  /** The same towards another target. */
  FoundStance towards(Who other, int otherFrom, int otherTo) {
    return new FoundStance(holder, holderFrom, holderTo, act, polarity, other, otherFrom, otherTo, trigger, from, to, within, confidence);
  }

  /** The same as another act, with that one's polarity. */
  FoundStance as(Act other, double sure) {
    return new FoundStance(holder, holderFrom, holderTo, other, target, targetFrom, targetTo, trigger, from, to, within, sure);
  }
}
