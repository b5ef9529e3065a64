package dev.demarche.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.ingest.feeds.FeedParser.Unreadable;
import dev.demarche.ingest.web.Languages;
import dev.demarche.ingest.web.LooseDate;
import dev.demarche.ingest.web.PlainText;
import dev.demarche.ingest.web.WebAddress;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
final class JsonFeed {
  private final int maxEntries;

  JsonFeed(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  ParsedFeed parse(URI base, byte[] bytes) throws IOException, Unreadable {
    JsonNode root = Json.mapper().readTree(bytes);
    if (!root.path("version").asText().contains("jsonfeed.org/version/") || !root.path("items").isArray()) {
      throw new Unreadable("this is JSON, but no JSON Feed: it has no \"version\" of jsonfeed.org and no \"items\"", "is it the address of a feed?");
    }
    String language = Languages.tag(text(root, "language"));
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : root.path("items")) {
      if (entries.size() == maxEntries) {
        break;
      }
      entries.add(entry(base, item, language));
    }
    return new ParsedFeed(text(root, "title"), language, null, entries, root.path("items").size() - entries.size());
  }

  private static FeedEntry entry(URI base, JsonNode item, String language) {
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    String title = text(item, "title");
    String link = text(item, "url") != null ? text(item, "url") : text(item, "external_url");
    JsonNode author = item.path("authors").path(0).isMissingNode() ? item.path("author") : item.path("authors").path(0);
    String own = Languages.tag(text(item, "language"));
    String summary = text(item, "summary");
    return new FeedEntry(text(item, "id"), WebAddress.resolve(base, link).orElse(null), title == null ? null : PlainText.of(title),
        html != null ? PlainText.of(html) : plain == null ? "" : plain, summary == null ? "" : summary, text(author, "name"),
        own == null ? language : own, LooseDate.read(text(item, "date_published")).orElse(null),
        LooseDate.read(text(item, "date_modified")).orElse(null));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText().strip() : null;
  }
}
