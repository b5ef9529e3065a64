/**
 * The rooms of alerts and silences: what fires, why, what became of it, and what people do about it. Enter by
 * {@link dev.demarche.console.alerts.AlertPages} and {@link dev.demarche.console.alerts.AlertApi}, which show the same model:
 * {@link dev.demarche.console.alerts.Board} for many, {@link dev.demarche.console.alerts.Story} for one. What is written goes through
 * {@link dev.demarche.console.alerts.Desk}.
 */
package dev.demarche.console.alerts;
