package dev.demarche.ingest.feeds;

import java.net.URI;
import java.time.Instant;

/**
 * An entry of a feed as it stands there; what is not given is null.
 *
 * @param id          the publisher's
 * @param link        absolute
 * @param title       text
 * @param content     text of the whole, markup taken out; empty where there is none
 * @param summary     text; empty where there is none
 * @param author      text
 * @param language    BCP 47 tag
 * @param publishedAt when
 * @param updatedAt   when it last changed
 */
record FeedEntry(String id, URI link, String title, String content, String summary, String author, String language, Instant publishedAt,
                 Instant updatedAt) {}
