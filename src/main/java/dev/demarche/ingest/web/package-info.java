/**
 * Pages of the web to articles, by a client that can be sent to hostile places: addresses are checked where they are resolved, bodies are cut
 * off while they stream, time and redirects are bounded, robots.txt is honoured. Enter by {@link dev.demarche.ingest.web.WebPages}; feeds are
 * fetched by {@link dev.demarche.ingest.web.WebClient}.
 *
 * <p>Imports {@code topics}, {@code network} and {@code domain}.
 */
package dev.demarche.ingest.web;
