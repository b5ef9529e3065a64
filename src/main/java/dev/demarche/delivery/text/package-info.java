/**
 * An alert in the words and the form of a channel. What stands in an article is hostile: every form escapes it in its own way. Enter by
 * {@link dev.demarche.delivery.text.Story}, what there is to tell, cleaned.
 *
 * <p>Imports {@code topics} and {@code domain}. Pure functions: the same alert has the same text at every attempt.
 */
package dev.demarche.delivery.text;
