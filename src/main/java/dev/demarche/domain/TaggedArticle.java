package dev.demarche.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An article with all that was found in it: the value of the tagged topic and a line of {@code demarche tag --json}.
 *
 * @param schemaVersion version of this record's form, {@link #SCHEMA_VERSION}
 * @param taggerVersion name and version of what tagged it
 * @see Article for the article's own fields
 */
public record TaggedArticle(String id, int revision, String url, String publisher, String title, String text, String language,
                            Instant publishedAt, Instant receivedAt, String fingerprint, int schemaVersion, String taggerVersion,
                            List<Entity> entities, List<Statement> statements, List<Stance> stances, List<Condition> conditions) {

  /** The version of the record's form that this program writes. */
  public static final int SCHEMA_VERSION = 1;

  public TaggedArticle {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(taggerVersion, "taggerVersion");
    entities = List.copyOf(entities);
    statements = List.copyOf(statements);
    stances = List.copyOf(stances);
    conditions = List.copyOf(conditions);
  }

  /** The article with what was found in it. */
  public static TaggedArticle of(Article article, String taggerVersion, List<Entity> entities, List<Statement> statements,
                                 List<Stance> stances, List<Condition> conditions) {
    return new TaggedArticle(article.id(), article.revision(), article.url(), article.publisher(), article.title(), article.text(),
        article.language(), article.publishedAt(), article.receivedAt(), article.fingerprint(), SCHEMA_VERSION, taggerVersion, entities,
        statements, stances, conditions);
  }

  /** The reference that records made from this article carry. */
  public ArticleRef ref() {
    return new ArticleRef(id, revision, url, publisher, title, language, publishedAt, receivedAt, fingerprint);
  }
}
