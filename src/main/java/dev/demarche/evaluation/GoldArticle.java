package dev.demarche.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.domain.Article;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An article whose actors, statements, stances and conditions people annotated. Names and acts may list alternatives with bars between.
 *
 * @param name        its file's name up to the first dot
 * @param text        the article, or null where it is not at hand: then it cannot be tagged, and found spans are taken as they are told
 * @param publishedAt or null
 * @param actors      canonical names that must be given to something
 * @param statements  speaker and content
 * @param stances     holder, act, target and evidence
 * @param conditions  setter, antecedent and consequence
 */
public record GoldArticle(String name, String text, Instant publishedAt, List<String> actors, List<Said> statements, List<Held> stances,
                          List<Dependence> conditions) {

  /** Who says what. */
  record Said(String speaker, Words content) {}

  /** Who does what to whom, in which words. */
  record Held(String holder, String act, String target, Words evidence) {}

  /** Who makes what depend on what. */
  record Dependence(String by, Words antecedent, Words consequence) {}

  public GoldArticle {
    Objects.requireNonNull(name, "name");
    actors = List.copyOf(actors);
    statements = List.copyOf(statements);
    stances = List.copyOf(stances);
    conditions = List.copyOf(conditions);
  }

  /**
   * What to give to a tagger.
   *
   * @throws EvaluationException if the text is not at hand
   */
  public Article article() {
    if (text == null) {
      throw new EvaluationException(name + ": the article's text is missing; put it into " + name + ".txt beside the annotation, or give --tagged");
    }
    return new Article(name, 1, null, null, null, text, null, publishedAt, null, null);
  }

  static Said said(JsonNode statement) {
    return new Said(text(statement, "speaker"), Words.of(statement.path("content")));
  }

  static Held held(JsonNode stance) {
    return new Held(text(stance, "holder"), text(stance, "act"), text(stance, "target"), Words.of(stance.path("evidence")));
  }

  static Dependence dependence(JsonNode condition) {
    return new Dependence(text(condition, "by"), Words.of(condition.path("antecedent")), Words.of(condition.path("consequence")));
  }

  private static String text(JsonNode of, String field) {
    return of.path(field).asText("").isEmpty() || of.path(field).isNull() ? null : of.path(field).asText();
  }
}
