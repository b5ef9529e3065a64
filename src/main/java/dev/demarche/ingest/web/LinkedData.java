package dev.demarche.ingest.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page's JSON-LD says of its article (schema.org/Article and its kinds). A script that is no JSON counts as missing. */
final class LinkedData {
  private static final Pattern ARTICLE = Pattern.compile("(https?://schema\\.org/|schema:)?"
      + "(Article|NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|OpinionNewsArticle|AskPublicNewsArticle|"
      + "ReviewNewsArticle|AdvertiserContentArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|TechArticle|ScholarlyArticle)");
  private static final int MAX_NODES = 10_000;
  private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build()).build())
      .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
      .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  private final JsonNode article;

  private LinkedData(JsonNode article) {
    this.article = article;
  }

  static LinkedData of(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        Optional<JsonNode> found = article(MAPPER.readTree(script.data()));
        if (found.isPresent()) {
          return new LinkedData(found.get());
        }
      } catch (JsonProcessingException e) {
        // as if it were not there
      }
    }
    return new LinkedData(MAPPER.createObjectNode());
  }

  private static Optional<JsonNode> article(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
      JsonNode node = open.poll();
      if (node.isObject() && isArticle(node.path("@type"))) {
        return Optional.of(node);
      }
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        open.add(node.path("@graph"));
        open.add(node.path("mainEntity"));
      }
    }
    return Optional.empty();
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
    }
    return type.isTextual() && ARTICLE.matcher(type.asText()).matches();
  }

  /** A field that is text, or something with a name, or the first of such; null where there is none. */
  String text(String field) {
    return text(article.path(field), 0);
  }

  private static String text(JsonNode node, int depth) {
    if (node.isTextual()) {
      return node.asText().isBlank() ? null : node.asText().strip();
    } else if (node.isArray() && depth < 3) {
      for (JsonNode one : node) {
        String text = text(one, depth + 1);
        if (text != null) {
          return text;
        }
      }
    } else if (node.isObject() && depth < 3) {
      String name = text(node.path("name"), depth + 1);
      return name != null ? name : text(node.path("@id"), depth + 1);
    }
    return null;
  }
}
