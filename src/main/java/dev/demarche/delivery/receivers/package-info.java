/**
 * The file of receivers: read into records, and whatever is wrong with it told with file, line, field and mend, all of it at once. Enter by
 * {@link dev.demarche.delivery.receivers.ReceiversFile}.
 *
 * <p>Imports {@code delivery.routing}, {@code catalogue}, {@code network} and {@code domain}.
 */
package dev.demarche.delivery.receivers;
