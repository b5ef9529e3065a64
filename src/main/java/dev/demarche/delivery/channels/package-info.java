/**
 * The ways to tell: HTTP, mail, files. Enter by {@link dev.demarche.delivery.channels.Channels}, which makes the
 * {@link dev.demarche.delivery.channels.Channel} of a receiver. Whatever the other side does becomes an
 * {@link dev.demarche.delivery.channels.Outcome} within the receiver's time.
 *
 * <p>Imports {@code delivery.receivers}, {@code delivery.text}, {@code network} and {@code domain}.
 */
package dev.demarche.delivery.channels;
