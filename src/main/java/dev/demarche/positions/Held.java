package dev.demarche.positions;

import dev.demarche.domain.Receipt;
import java.time.Instant;

/**
 * How an actor answers a question of a {@link Track} towards a target.
 *
 * @param track  which question
 * @param target id or name, or null for nobody in particular
 * @param answer 1 yes, -1 no
 * @param last   the last report of it
 * @param turned event time of the change by which it came to be held, or null where it was held from the first
 */
record Held(Track track, String target, int answer, Receipt last, Instant turned) {}
