package dev.demarche.tagging.mentions;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * People of the catalogue whom an article spells otherwise: by given name and surname, from then on by the surname alone, and by a surname behind
 * the title of an office that the person holds or held. Used by one thread.
 */
final class OtherSpellings {
  private final Document document;
  private final NameIndex names;
  private final Map<String, Actor> bySurname = new HashMap<>();

  OtherSpellings(Document document, NameIndex names, Collection<Named> seen) {
    this.document = document;
    this.names = names;
    for (Named named : seen) {
      String text = document.text().substring(named.begin(), named.end());
      if (named.type() == EntityType.PERSON && text.indexOf(' ') > 0 && names.named(text).isEmpty()) {
        Actor actor = names.spelled(text);
        if (actor != null) {
          bySurname.putIfAbsent(text.substring(text.lastIndexOf(' ') + 1), actor);
        }
      }
    }
  }

  /** Whom the tokens mean, which name nobody as they are spelled; one or none. */
  List<NameUse> uses(int from, int to) {
    String text = document.span(from, to).text().replaceAll("[\\s\\u00a0]+", " ");
    Actor actor = to - from > 1 ? names.spelled(text) : bySurname.get(text);
    if (actor == null && to - from == 1) {
      List<Actor> officials = names.spelledSurname(text).stream().filter(one -> titled(one, from)).toList();
      actor = officials.size() == 1 ? officials.get(0) : null;
    }
    return actor == null ? List.of() : List.of(new NameUse(actor, Way.NAME));
  }

  /** Whether the title of an office of {@code actor} stands before the token: "foreign minister Sibiga". */
  private boolean titled(Actor actor, int token) {
    return actor.roles().stream().anyMatch(role -> {
      String[] title = role.title().toLowerCase(Locale.ROOT).split("[\\s-]+");
      for (int i = 0; i < title.length; i++) {
        if (!document.lower(token - title.length + i).equals(title[i])) {
          return false;
        }
      }
      return true;
    });
  }
}
