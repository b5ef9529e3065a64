/**
 * Which addresses may be asked: the guard of every client that asks where others say ({@link dev.demarche.network.AddressGuard}). And who asks this instance:
 * somebody on this machine ({@link dev.demarche.network.LocalRequest}), or a page of another site ({@link dev.demarche.network.SameOrigin}).
 *
 * <p>Imports {@code java.*} and Apache's HTTP client.
 */
package dev.demarche.network;
