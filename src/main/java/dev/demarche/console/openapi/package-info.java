/**
 * The description of the HTTP API: the document {@code console/openapi.yaml}, and a page that lists what it says. Enter by
 * {@link dev.demarche.console.openapi.ApiPages}. A test holds the document to the paths that are installed.
 */
package dev.demarche.console.openapi;
