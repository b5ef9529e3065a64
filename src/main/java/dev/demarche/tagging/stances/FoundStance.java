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
 * @param target     to whom, or null
 * @param targetFrom index of the first token that names the target, or -1
 * @param targetTo   index behind the last such token
 * @param trigger    index of the word that says the act, or -1
 * @param from       index of the evidence's first token
 * @param to         index behind the evidence's last token
 * @param within     the statement that it stands in, or null
 * @param confidence 0 to 1
 */
public record FoundStance(Who holder, int holderFrom, int holderTo, Act act, Who target, int targetFrom, int targetTo, int trigger,
                          int from, int to, Attributed within, double confidence) {}
