package dev.demarche.evaluation;

import dev.demarche.domain.EntityKind;
import dev.demarche.domain.TaggedArticle;
import java.util.List;
import java.util.Objects;

/**
 * A name that a tagger found in a sentence.
 *
 * @param range where
 * @param type  what it is
 */
public record FoundMention(Range range, MentionType type) {

  public FoundMention {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(type, "type");
  }

  /** The names in {@code article}: corpora annotate neither nouns nor pronouns. */
  public static List<FoundMention> names(TaggedArticle article) {
    return article.entities().stream().filter(entity -> entity.kind() == EntityKind.NAME)
        .map(entity -> new FoundMention(new Range(entity.begin(), entity.end()), MentionType.of(entity.type().name()).orElseThrow())).toList();
  }
}
