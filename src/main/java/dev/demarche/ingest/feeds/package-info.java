/**
 * Feeds (RSS, Atom, JSON Feed) to articles, at the feeds' own pace, each entry once. Enter by {@link dev.demarche.ingest.feeds.FeedService};
 * {@link dev.demarche.ingest.feeds.FeedList} reads what to poll, {@link dev.demarche.ingest.feeds.FeedPoll} polls one feed,
 * {@link dev.demarche.ingest.feeds.FeedOutbox} writes articles, dead letters and how far each feed was read in one transaction.
 *
 * <p>Imports {@code ingest.web}, {@code topics} and {@code domain}.
 */
package dev.demarche.ingest.feeds;
