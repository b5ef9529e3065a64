/**
 * From the topic of notifications to people: routes, receivers, attempts, and the record of how far each notification has come to each receiver.
 *
 * <p>Enter by {@link dev.demarche.delivery.DeliveryService}, which reads notifications and keeps a backlog for each receiver;
 * {@code delivery.receivers} reads the file of receivers, {@code delivery.routing} decides who is told and why, {@code delivery.text} words
 * them for a channel, {@code delivery.channels} hands them over. Imports {@code alerting} (matchers), {@code topics}, {@code catalogue} (files in YAML), {@code network} and
 * {@code domain}; of the four packages below, each those named before it.
 */
package dev.demarche.delivery;
