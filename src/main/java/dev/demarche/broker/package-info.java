/**
 * A Kafka broker in this JVM, for the demo, the tests and the benchmarks. Enter by {@link dev.demarche.broker.EmbeddedKafka}.
 *
 * <p>Imports Kafka's server; nothing of this project.
 */
package dev.demarche.broker;
