/**
 * Settings, wiring, start and stop. Enter by {@link dev.demarche.app.StreamApp}, which runs the stream against a cluster, or
 * {@link dev.demarche.app.Demo}, which brings its own.
 *
 * <p>Imports everything but {@code cli} and {@code bench}.
 */
package dev.demarche.app;
