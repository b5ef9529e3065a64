/**
 * The room Search: statements, stances and conditions by words and by what they are, joined where they report one utterance, and articles; completion of
 * names; export. Enter by {@link dev.demarche.console.search.SearchPages} and {@link dev.demarche.console.search.SearchApi}, which show the same
 * {@link dev.demarche.console.search.Results}.
 */
package dev.demarche.console.search;
