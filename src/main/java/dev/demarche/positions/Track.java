package dev.demarche.positions;

import dev.demarche.domain.Act;
import dev.demarche.domain.Receipt;

/**
 * The questions on which acts contradict each other. An act answers one of them with yes (1) or no (-1), or says nothing to it (0); CONCEDE
 * alone answers all three. What says nothing to any of them moves no position: an accusation blames somebody and leaves the
 * matter open, and deeds of war, aid and trade go on beside whatever is said.
 */
enum Track {
  /** Is the holder for it? AGREE, SUPPORT and CONCEDE say yes, REJECT, PROTEST and THREATEN no. */
  WORDS,
  /** Are the holder's penalties lifted? CONCEDE says yes, SANCTION and COERCE no. */
  PENALTIES,
  /** Is the holder's demand dropped? CONCEDE says yes, REQUEST no. */
  DEMANDS;

  /** What {@code receipt} answers. Where the words turn an act's polarity round, the polarity alone counts, as words; a demand stays one. */
  int answer(Receipt receipt) {
    Act act = receipt.act();
    if (act != Act.REQUEST && receipt.polarity() != act.polarity()) {
      return this == WORDS ? receipt.polarity() : 0;
    }
    return switch (act) {
      case CONCEDE -> 1;
      case AGREE, SUPPORT -> this == WORDS ? 1 : 0;
      case REJECT, PROTEST, THREATEN -> this == WORDS ? -1 : 0;
      case SANCTION, COERCE -> this == PENALTIES ? -1 : 0;
      case REQUEST -> this == DEMANDS ? -1 : 0;
      default -> 0;
    };
  }

  /** Whether an answer counts where nothing was answered before: only a penalty can be lifted, only a demand dropped. */
  boolean opensWith(int answer) {
    return this == WORDS || answer < 0;
  }

  /** Whether it is too weak to end what was agreed or supported: a threat is often a means to get just that. */
  static boolean soft(Receipt receipt) {
    return receipt.act() == Act.THREATEN;
  }

  /** Whether {@code receipt} answers any question. */
  static boolean moved(Receipt receipt) {
    for (Track track : values()) {
      if (track.answer(receipt) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the two answer a question differently, towards the same target or where one of them names none. */
  static boolean contradict(Receipt one, Receipt other) {
    if (!sameTarget(one.targetKey(), other.targetKey())) {
      return false;
    }
    for (Track track : values()) {
      if (track.answer(one) * track.answer(other) < 0) {
        return true;
      }
    }
    return false;
  }

  static boolean sameTarget(String one, String other) {
    return one == null || other == null || one.equals(other);
  }
}
