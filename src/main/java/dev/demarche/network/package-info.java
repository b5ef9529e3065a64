/**
 * Which addresses may be asked: the guard of every client that asks where others say. Enter by {@link dev.demarche.network.AddressGuard}.
 *
 * <p>Imports {@code java.*} and Apache's HTTP client.
 */
package dev.demarche.network;
