package dev.demarche.console.reader;

import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import java.util.List;
import java.util.Objects;

/**
 * An article and what is known of it.
 *
 * @param article    with all that was found in it
 * @param actors     whom it names, in the order in which it does
 * @param speakers   who says what in it, the one who says most first
 * @param conditions in the order of the text
 * @param alerts     that it raised, the newest first
 * @param copies     articles whose text is a copy of this one, or the other way round, the newest first
 */
public record Facts(TaggedArticle article, List<Named> actors, List<Speaker> speakers, List<Tracked> conditions, List<AlertLife> alerts, List<ArticleRef> copies) {

  /**
   * Somebody the article names.
   *
   * @param name     canonical name
   * @param actor    the catalogue's id, or null
   * @param type     what it is
   * @param mentions how often, pronouns and common nouns among them
   */
  public record Named(String name, String actor, EntityType type, int mentions) {}

  /**
   * Somebody who says something.
   *
   * @param name       canonical name, or null
   * @param actor      the catalogue's id, or null
   * @param statements in the order of the text
   */
  public record Speaker(String name, String actor, List<Statement> statements) {
    public Speaker {
      statements = List.copyOf(statements);
    }
  }

  /**
   * A condition.
   *
   * @param condition as the article says it
   * @param life      what has become of it over all articles, or null where nothing is known
   */
  public record Tracked(Condition condition, ConditionState life) {
    public Tracked {
      Objects.requireNonNull(condition, "condition");
    }
  }

  public Facts {
    Objects.requireNonNull(article, "article");
    actors = List.copyOf(actors);
    speakers = List.copyOf(speakers);
    conditions = List.copyOf(conditions);
    alerts = List.copyOf(alerts);
    copies = List.copyOf(copies);
  }
}
