package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import java.util.List;

/**
 * Tokens that may be a name.
 *
 * @param from index of the first token
 * @param to   index behind the last token
 * @param seen what the model sees there, or null where only the catalogue knows a name
 * @param uses whom the catalogue knows by it; empty where it knows nobody who could be what the model sees
 */
record Candidate(int from, int to, Named seen, List<NameUse> uses) {

  int size() {
    return to - from;
  }

  /** What it is: by the catalogue where that knows the name, else by the model. */
  EntityType type() {
    return uses.isEmpty() ? seen.type() : uses.get(0).actor().type();
  }

  Mention mention(double confidence) {
    return new Mention(from, to, type(), uses, confidence);
  }
}
