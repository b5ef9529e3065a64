/**
 * Where actors stand and when that changes, as pure functions over the reports of their stances.
 *
 * <p>Enter by {@link dev.demarche.positions.Stands}, which says what an article reports of whom on which issue, and by
 * {@link dev.demarche.positions.Line}: all that is known of an actor on an issue, which takes a report and answers with the positions and
 * shifts that follow. A line's reports decide, never the order in which they arrive. Imports {@code dev.demarche.domain} only; knows no
 * Kafka, HTTP or JSON; no function here reads a clock.
 */
package dev.demarche.positions;
