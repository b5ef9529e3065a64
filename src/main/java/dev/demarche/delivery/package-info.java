/**
 * From the topic of alerts to people: routes, receivers, attempts, and the record of how far each alert has come to each receiver.
 *
 * <p>Enter by {@link dev.demarche.delivery.DeliveryService}, which reads alerts and keeps a backlog for each receiver;
 * {@code delivery.receivers} reads the file of receivers, {@code delivery.routing} decides who is told and why, {@code delivery.text} words
 * alerts for a channel, {@code delivery.channels} hands them over. Imports {@code topics}, {@code catalogue} (files in YAML), {@code network} and
 * {@code domain}; of the four packages below, each those named before it.
 */
package dev.demarche.delivery;
