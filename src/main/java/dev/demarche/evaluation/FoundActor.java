package dev.demarche.evaluation;

import dev.demarche.domain.EntityKind;
import dev.demarche.domain.TaggedArticle;
import java.util.List;
import java.util.Objects;

/**
 * Words that a tagger gives a canonical name.
 *
 * @param range   where
 * @param name    the canonical name
 * @param pronoun whether they are a pronoun
 */
public record FoundActor(Range range, String name, boolean pronoun) {

  public FoundActor {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(name, "name");
  }

  /** All that {@code article} names. */
  public static List<FoundActor> all(TaggedArticle article) {
    return article.entities().stream()
        .map(entity -> new FoundActor(new Range(entity.begin(), entity.end()), entity.name(), entity.kind() == EntityKind.PRONOUN)).toList();
  }

  boolean touches(Range other) {
    return Math.max(range.begin(), other.begin()) < Math.min(range.end(), other.end());
  }
}
