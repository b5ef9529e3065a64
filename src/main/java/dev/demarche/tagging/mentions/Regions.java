package dev.demarche.tagging.mentions;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.text.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A region behind a town of the same country ("Seattle, Washington", "Albany, New York") is not the town that bears the region's name: the catalogue names
 * such a region with "state" behind it. Used by one thread.
 */
final class Regions {
  private final Document document;
  private final NameIndex names;
  private final Map<Integer, Actor> townUntil = new HashMap<>();

  Regions(Document document, NameIndex names, Collection<NameIndex.Found> found) {
    this.document = document;
    this.names = names;
    for (NameIndex.Found one : found) {
      one.uses().stream().map(NameUse::actor).filter(actor -> actor.type() == EntityType.PLACE && actor.country() != null).findFirst()
          .ifPresent(actor -> townUntil.put(document.tokenAt(one.end() - 1) + 1, actor));
    }
  }

  /** {@code uses}, or the region of this name where the tokens stand behind a town. */
  List<NameUse> meant(int from, int to, List<NameUse> uses) {
    Actor town = document.lower(from - 1).equals(",") ? townUntil.get(from - 1) : null;
    if (town == null || uses.isEmpty() || uses.get(0).actor().type() == EntityType.PERSON) {
      return uses;
    }
    if (uses.get(0).actor().id().equals(town.id())) {
      return uses;
    }
    List<NameUse> regions = names.named(document.span(from, to).text() + " state").stream()
        .filter(use -> use.actor().type() == EntityType.PLACE && town.country().equals(use.actor().country())).toList();
    return regions.isEmpty() ? uses : regions;
  }
}
