package dev.demarche.ingest.feeds;

import java.time.Duration;
import java.util.List;

/**
 * A feed's document.
 *
 * @param title    or null
 * @param language BCP 47 tag, or null
 * @param pace     how often it says that it changes, or null
 * @param entries  in their order
 * @param left     how many entries beyond the limit were left out
 */
record ParsedFeed(String title, String language, Duration pace, List<FeedEntry> entries, int left) {}
