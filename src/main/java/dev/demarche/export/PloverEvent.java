package dev.demarche.export;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Stance;
import java.util.Objects;

/**
 * A stance with the codes of its parties: one row of a table, see {@link PloverColumns}. Made by {@link PloverCoder}.
 *
 * @param stance    the stance
 * @param sentence  that it stands in
 * @param article   where it stands
 * @param actor     who holds it
 * @param recipient towards whom, {@link Party#NOBODY} where nobody is named
 * @param contexts  PLOVER's contexts, joined by semicolons, or null
 */
public record PloverEvent(Stance stance, String sentence, ArticleRef article, Party actor, Party recipient, String contexts) {

  public PloverEvent {
    Objects.requireNonNull(stance, "stance");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(recipient, "recipient");
  }
}
