package dev.demarche.pipeline;

import dev.demarche.domain.Tagging;

/**
 * A tagged article on its way to subscribers and watches.
 *
 * @param tagging what was found
 * @param origin  the record that the article was read from
 */
record Tagged(Tagging tagging, Origin origin) {}
