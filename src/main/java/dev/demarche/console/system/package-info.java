/**
 * The room System: how the instance and its cluster are, dead letters, and deliveries that fail. Enter by
 * {@link dev.demarche.console.system.SystemPages}, {@link dev.demarche.console.system.LetterPages} and
 * {@link dev.demarche.console.system.DeliveryPages}, and the three that answer with JSON beside them.
 *
 * <p>What belongs to the stream comes by {@link dev.demarche.console.system.Instance} and {@link dev.demarche.console.system.Cluster}, which
 * {@code app} implements: this package knows neither Kafka Streams nor settings. {@link dev.demarche.console.system.Watchman} asks them in a thread of
 * its own, so that no request waits for a broker.
 */
package dev.demarche.console.system;
