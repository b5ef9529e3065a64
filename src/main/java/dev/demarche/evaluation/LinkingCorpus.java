package dev.demarche.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.topics.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Articles with links to Wikidata, one JSON object a line, as the linking benchmarks of ELEVANT are told: {@code id}, {@code text},
 * {@code evaluation_span}, and {@code labels} with {@code span}, {@code entity_id}, {@code name} and perhaps {@code coref}. Offsets count code points.
 */
public final class LinkingCorpus {
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");

  private LinkingCorpus() {}

  /**
   * The articles of {@code files}, in their order; at least one.
   *
   * @throws EvaluationException naming file and line, if a line is no such article
   */
  public static List<LinkedArticle> read(List<Path> files) {
    List<LinkedArticle> articles = new ArrayList<>();
    for (Path file : files) {
      int number = 0;
      for (String line : TextFile.lines(file)) {
        number++;
        if (!line.isBlank()) {
          articles.add(article(file, number, line));
        }
      }
    }
    if (articles.isEmpty()) {
      throw new EvaluationException(files + ": the files hold no article; write one JSON object a line, with id, text, evaluation_span and labels");
    }
    return articles;
  }

  private static LinkedArticle article(Path file, int number, String line) {
    String place = file + ":" + number;
    JsonNode node;
    try {
      node = Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new EvaluationException(place + ": the line is no JSON (" + e.getOriginalMessage() + "); write one article a line", e);
    }
    if (!node.path("text").isTextual() || !node.has("id")) {
      throw new EvaluationException(place + ": field \"" + (node.has("id") ? "text" : "id") + "\" is missing; write id, text, evaluation_span and labels");
    }
    String text = node.get("text").asText();
    Range evaluated = range(place, text, node, "evaluation_span");
    List<LinkLabel> labels = new ArrayList<>();
    List<Range> nil = new ArrayList<>();
    for (JsonNode label : node.path("labels")) {
      Range range = range(place, text, label, "span");
      String entity = label.path("entity_id").asText();
      if (range.begin() < evaluated.begin() || range.end() > evaluated.end()) {
        continue;
      }
      if (WIKIDATA.matcher(entity).matches()) {
        labels.add(new LinkLabel(range, entity, label.path("name").asText(), label.path("coref").asBoolean()));
      } else {
        nil.add(range);
      }
    }
    String name = file.getFileName().toString().replaceFirst("\\.jsonl?$", "");
    return new LinkedArticle(name + "-" + node.get("id").asText(), text, evaluated, labels, nil);
  }

  private static Range range(String place, String text, JsonNode of, String field) {
    JsonNode span = of.path(field);
    try {
      if (span.size() == 2 && span.get(0).isInt() && span.get(1).isInt()) {
        return new Range(text.offsetByCodePoints(0, span.get(0).intValue()), text.offsetByCodePoints(0, span.get(1).intValue()));
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new EvaluationException(place + ": field \"" + field + "\": " + span + " does not lie in the text; count code points, from 0", e);
    }
    throw new EvaluationException(place + ": field \"" + field + "\" is no pair of whole numbers; write [BEGIN, END]");
  }
}
