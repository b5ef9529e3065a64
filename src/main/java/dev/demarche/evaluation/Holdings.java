package dev.demarche.evaluation;

import dev.demarche.domain.Actor;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which entities of Wikidata a catalogue holds. An actor with a Wikidata id is that entity and no other. An actor without one is the entity
 * whose name is the actor's name or one of its aliases, case, accents and a leading article aside, if no other actor without an id has this name. Immutable.
 */
public final class Holdings {
  private final Map<String, String> byWikidata = new HashMap<>();
  private final Map<String, Set<String>> byName = new HashMap<>();

  public Holdings(Collection<Actor> actors) {
    for (Actor actor : actors) {
      if (actor.wikidata() != null) {
        byWikidata.put(actor.wikidata(), actor.id());
      } else {
        byName.computeIfAbsent(plain(actor.name()), name -> new HashSet<>()).add(actor.id());
        actor.aliases().forEach(alias -> byName.computeIfAbsent(plain(alias), name -> new HashSet<>()).add(actor.id()));
      }
    }
  }

  /** The id of the actor whom a label means, or null where the catalogue does not hold it. */
  public String actor(LinkLabel label) {
    String actor = byWikidata.get(label.wikidata());
    Set<String> named = byName.getOrDefault(plain(label.name()), Set.of());
    return actor != null ? actor : named.size() == 1 ? named.iterator().next() : null;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
  }
}
