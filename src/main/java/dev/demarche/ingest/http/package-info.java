/**
 * Articles over HTTP: {@code POST /api/v1/articles}. Enter by {@link dev.demarche.ingest.http.ArticleApi}, which installs itself on a server
 * of Javalin.
 *
 * <p>Imports {@code topics} and {@code domain}.
 */
package dev.demarche.ingest.http;
