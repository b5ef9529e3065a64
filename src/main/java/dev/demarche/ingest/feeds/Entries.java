package dev.demarche.ingest.feeds;

import dev.demarche.ingest.web.WebAddress;
import dev.demarche.topics.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries of one document with what each is told apart by: the publisher's id; where that is missing, the link; where both are, the
 * words. An id that stands on entries with other links, and a link that stands on entries with other ids, tell nothing apart and are not
 * relied on. Pure.
 */
final class Entries {
  private static final int HASH_DIGITS = 16;
  private static final int ID_DIGITS = 32;

  /**
   * An entry and its identities.
   *
   * @param hash      what the feed's state knows it by
   * @param articleId for an article made from the entry, or null: the address of the article tells
   */
  record Identified(FeedEntry entry, String hash, String articleId) {}

  private Entries() {}

  /** The entries, the oldest first as feeds have them, each once. */
  static List<Identified> of(FeedSource source, ParsedFeed feed) {
    Map<String, Set<String>> linksOfId = new HashMap<>();
    Map<String, Set<String>> idsOfLink = new HashMap<>();
    for (FeedEntry entry : feed.entries()) {
      String link = entry.link() == null ? "" : WebAddress.known(entry.link());
      linksOfId.computeIfAbsent(id(entry), any -> new HashSet<>()).add(link);
      idsOfLink.computeIfAbsent(link, any -> new HashSet<>()).add(id(entry));
    }
    Set<String> seen = new HashSet<>();
    List<Identified> all = new ArrayList<>();
    for (int i = feed.entries().size() - 1; i >= 0; i--) {
      FeedEntry entry = feed.entries().get(i);
      String link = entry.link() == null ? "" : WebAddress.known(entry.link());
      String id = id(entry);
      String identity = linksOfId.get(id).size() > 1 ? id + "\n" + link : id;
      String hash = digest(source.updates() && entry.updatedAt() != null ? identity + "\n" + entry.updatedAt() : identity, HASH_DIGITS);
      if (seen.add(hash)) {
        boolean own = link.isEmpty() || idsOfLink.get(link).size() > 1;
        all.add(new Identified(entry, hash, own ? "e-" + digest(source.url() + "\n" + identity, ID_DIGITS) : null));
      }
    }
    return all;
  }

  private static String id(FeedEntry entry) {
    if (entry.id() != null) {
      return "i:" + entry.id();
    }
    return entry.link() != null ? "l:" + WebAddress.known(entry.link()) : "t:" + entry.title() + "\n" + entry.content() + "\n" + entry.summary();
  }

  private static String digest(String text, int digits) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, digits);
  }
}
