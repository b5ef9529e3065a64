/**
 * What the console knows: an index that each instance builds from the topics and keeps up to date, on disk, with the offsets up to which it has
 * read. Enter by {@link dev.demarche.console.index.Archive}, which asks it; {@link dev.demarche.console.index.TopicFeed} fills it.
 *
 * <p>The only package besides {@code watching} that imports Lucene.
 */
package dev.demarche.console.index;
