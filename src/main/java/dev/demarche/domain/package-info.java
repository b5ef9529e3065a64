/**
 * The values that cross topics and packages: articles, what was found in them, what is asked for, what was raised.
 *
 * <p>Enter by {@link dev.demarche.domain.TaggedArticle}. All types are immutable records and enumerations, safe to share between
 * threads. Imports {@code java.*} only. Offsets count UTF-16 code units of an article's text and are half-open.
 */
package dev.demarche.domain;
