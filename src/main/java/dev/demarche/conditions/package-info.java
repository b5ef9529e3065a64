/**
 * What becomes of conditions, as pure functions over what articles tell: one is set, is met or breached, or is withdrawn.
 *
 * <p>Enter by {@link dev.demarche.conditions.Bearings}, which says what an article holds that bears on conditions, and by
 * {@link dev.demarche.conditions.Docket}: all that is known under a key, which takes a bearing and answers with the conditions that it changes.
 * {@link dev.demarche.conditions.Judge} says what one deed makes of one condition. The reports decide, never the order in which they
 * arrive. Imports {@code dev.demarche.domain} only; knows no Kafka, HTTP or JSON; no function here reads a clock.
 */
package dev.demarche.conditions;
