package dev.demarche.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.topics.Json;
import dev.demarche.topics.PublicationDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Annotated articles: {@code NAME.gold.json} with actors, statements, stances and conditions, each piece of text copied from the article. The article
 * stands in its field {@code text}, in {@code NAME.txt} beside it, or in {@code ../seeds/NAME.txt}.
 */
public final class GoldCorpus {
  private static final String ENDING = ".gold.json";

  private GoldCorpus() {}

  /**
   * The articles of {@code folder} in order of their names; at least one.
   *
   * @throws EvaluationException if the folder holds none, or one cannot be read
   */
  public static List<GoldArticle> read(Path folder) {
    String mend = "; name one that holds NAME" + ENDING + ", with the article in NAME.txt beside it";
    if (!Files.isDirectory(folder)) {
      throw new EvaluationException(folder + ": there is no such folder" + mend);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<GoldArticle> articles = files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().map(GoldCorpus::article).toList();
      if (articles.isEmpty()) {
        throw new EvaluationException(folder + ": the folder holds no annotated article" + mend);
      }
      return articles;
    } catch (IOException e) {
      throw new EvaluationException(folder + ": cannot be read (" + e.getMessage() + ")" + mend, e);
    }
  }

  /** The name by which an article and what was found in it meet: that of its file or id without folders, up to the first dot. */
  static String name(String id) {
    String file = id.substring(id.lastIndexOf('/') + 1);
    return file.indexOf('.') < 0 ? file : file.substring(0, file.indexOf('.'));
  }

  private static GoldArticle article(Path file) {
    JsonNode gold;
    try {
      gold = Json.mapper().readTree(TextFile.read(file));
    } catch (JsonProcessingException e) {
      throw new EvaluationException(file + ": the file is no JSON (" + e.getOriginalMessage() + "); write one object, as docs/evaluation.md says", e);
    }
    String name = name(file.getFileName().toString());
    return new GoldArticle(name, text(file, name, gold), PublicationDate.read(gold.path("publishedAt").asText("")).orElse(null),
        list(file, gold, "actors", JsonNode::asText), list(file, gold, "statements", GoldArticle::said), list(file, gold, "stances", GoldArticle::held),
        list(file, gold, "conditions", GoldArticle::dependence));
  }

  private static String text(Path file, String name, JsonNode gold) {
    if (gold.path("text").isTextual()) {
      return gold.get("text").asText();
    }
    Path folder = file.toAbsolutePath().getParent();
    return Stream.of(folder.resolve(name + ".txt"), folder.resolveSibling("seeds").resolve(name + ".txt")).filter(Files::exists).findFirst()
        .map(TextFile::read).orElse(null);
  }

  private static <T> List<T> list(Path file, JsonNode gold, String field, Function<JsonNode, T> read) {
    if (!gold.path(field).isArray()) {
      throw new EvaluationException(file + ": field \"" + field + "\" is missing or no list; write actors, statements, stances and conditions");
    }
    List<T> items = new ArrayList<>();
    gold.get(field).forEach(item -> items.add(read.apply(item)));
    return items;
  }
}
