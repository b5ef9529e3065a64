/**
 * Files to articles, and articles to the articles topic. Enter by {@link dev.demarche.ingest.ArticleFiles} and
 * {@link dev.demarche.ingest.Publisher}.
 *
 * <p>Imports {@code topics}, {@code catalogue} and {@code domain}.
 */
package dev.demarche.ingest;
