package dev.demarche.console.watches;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;

/**
 * A watch in the list.
 *
 * @param asks      what it asks for, in words
 * @param alerts    how many it raised in the last 30 days
 * @param aDay      how many that are a day
 * @param judged    of all its alerts, how many have a verdict
 * @param useful    how many of those are useful
 * @param precision of the verdicts in words: {@code precision 0.75 (3 of 4 judged)}
 * @param inForce   whether it is asked of articles
 * @param refused   why it is not, or null
 */
public record WatchRow(String id, String name, Severity severity, Finding.Kind kind, String asks, long alerts, double aDay, long judged, long useful, String precision,
                       boolean inForce, String refused) {}
