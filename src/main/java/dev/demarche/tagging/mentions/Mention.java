package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import java.util.List;

/**
 * A name in an article as a range of tokens.
 *
 * @param from index of its first token
 * @param to   index behind its last token
 * @param type what it seems to be
 * @param uses whom the catalogue knows by it, the likeliest first; empty where it knows nobody
 * @param confidence how sure the type is, 0 to 1
 */
public record Mention(int from, int to, EntityType type, List<NameUse> uses, double confidence) {
  public Mention {
    uses = List.copyOf(uses);
  }

  /** Whether the catalogue knows the name. */
  public boolean known() {
    return !uses.isEmpty();
  }
}
