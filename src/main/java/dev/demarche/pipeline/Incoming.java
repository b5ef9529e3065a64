package dev.demarche.pipeline;

import dev.demarche.domain.Article;

/**
 * An article that was read, on its way to the tagger.
 *
 * @param article   what was read; null where the record is a tombstone: the article is to be forgotten
 * @param origin    the record that it was read from
 */
record Incoming(Article article, Origin origin) {}
