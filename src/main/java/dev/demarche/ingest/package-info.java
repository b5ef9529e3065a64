/**
 * Articles from where they are to the articles topic. Enter by {@link dev.demarche.ingest.ArticleFiles} for files and
 * {@link dev.demarche.ingest.Publisher} for the topic; {@code ingest.web} reads pages, {@code ingest.feeds} polls feeds, {@code ingest.http}
 * takes what is sent.
 *
 * <p>Imports {@code topics}, {@code catalogue} and {@code domain}.
 */
package dev.demarche.ingest;
