/**
 * The article reader: a text with all that was found in it laid over it, and what the stream made of it beside it. Enter by
 * {@link dev.demarche.console.reader.ReaderPages} and {@link dev.demarche.console.reader.ReaderApi}; {@link dev.demarche.console.reader.Flattening} makes
 * a tree of spans that overlap as they like.
 */
package dev.demarche.console.reader;
