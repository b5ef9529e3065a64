package dev.demarche.alerting;

import java.util.Objects;

/**
 * Which utterance a hit reports.
 *
 * @param utterance as it is known with this report
 * @param first     whether nothing was known of it before
 * @param next      what to remember under the hit's key from now on
 * @param reason    why it is this one, in words
 */
public record Recognised(Utterance utterance, boolean first, Utterances next, String reason) {

  public Recognised {
    Objects.requireNonNull(utterance, "utterance");
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(reason, "reason");
  }
}
