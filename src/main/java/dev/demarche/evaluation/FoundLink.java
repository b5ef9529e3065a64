package dev.demarche.evaluation;

import dev.demarche.domain.EntityKind;
import dev.demarche.domain.TaggedArticle;
import java.util.List;
import java.util.Objects;

/**
 * Whom of the catalogue a tagger says that a piece of a text means.
 *
 * @param range where
 * @param name  whether the words are a name, and no pronoun or common noun
 * @param actor id of the catalogue's actor
 */
public record FoundLink(Range range, boolean name, String actor) {

  public FoundLink {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(actor, "actor");
  }

  /** What {@code article} links; entities whom the catalogue does not know are left out. */
  public static List<FoundLink> of(TaggedArticle article) {
    return article.entities().stream().filter(entity -> entity.actor() != null)
        .map(entity -> new FoundLink(new Range(entity.begin(), entity.end()), entity.kind() == EntityKind.NAME, entity.actor())).toList();
  }
}
