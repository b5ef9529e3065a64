package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * All mentions of one actor in one article, as subscribers get them.
 *
 * @param name     canonical name
 * @param actor    the catalogue's id, or null
 * @param type     what it is, by its first mention
 * @param mentions in order of the text; not empty
 * @param article  where they stand
 */
public record EntityRecord(String name, String actor, EntityType type, List<Entity> mentions, ArticleRef article) {
  public EntityRecord {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    mentions = List.copyOf(mentions);
    Objects.requireNonNull(article, "article");
  }
}
