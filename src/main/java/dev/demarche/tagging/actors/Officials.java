package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameUse;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whom a surname alone means that the article gives nowhere in full: somebody whom readers know by the office of a country or body, if the article is
 * about that country or body at all, or by the title before the name ("Sen. Moe"). Of several who bear the surname only a leader is known so well. Used by one thread.
 */
final class Officials {
  private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("sen.", "senator"), Map.entry("sen", "senator"), Map.entry("rep.", "representative"),
      Map.entry("rep", "representative"), Map.entry("congressman", "representative"), Map.entry("congresswoman", "representative"), Map.entry("gov.", "governor"),
      Map.entry("gov", "governor"), Map.entry("gen.", "general"), Map.entry("gen", "general"), Map.entry("premier", "minister"));
  /** Callings that hardly one of those has who hold other offices. */
  private static final Set<String> APART = Set.of("justice", "judge", "king", "queen", "prince", "princess", "pope", "cardinal", "bishop",
      "archbishop", "rabbi", "imam", "sheikh", "emperor", "sultan", "coach", "professor", "prof.", "sergeant", "sgt.", "lieutenant", "lt.",
      "captain", "capt.", "colonel", "col.", "detective", "officer", "sheriff", "correspondent", "reporter", "columnist", "analyst", "economist",
      "author", "actor", "father", "reverend", "rev.");

  private static final Set<String> LEADERS = Set.of("president", "prime minister", "chancellor", "supreme leader", "king", "queen", "pope",
      "premier", "leader", "vice president", "secretary-general", "secretary general", "secretary of state");

  private final Document document;
  private final Set<String> about = new HashSet<>();

  Officials(Document document, Collection<Mention> mentions) {
    this.document = document;
    for (Mention mention : mentions) {
      if (mention.known() && mention.uses().get(0).way() != Way.SURNAME) {
        Actor actor = mention.uses().get(0).actor();
        about.add(actor.id());
        if (actor.country() != null) {
          about.add(actor.country());
        }
      }
    }
  }

  /** Whom the surname means, or null. */
  Actor bySurname(Mention mention, List<NameUse> uses) {
    String before = document.lower(mention.from() - 1);
    String title = TITLES.getOrDefault(before, before);
    List<Actor> titled = uses.stream().map(NameUse::actor).filter(actor -> holds(actor, title)).distinct().toList();
    if (titled.size() == 1) {
      return titled.get(0);
    }
    String word = document.lower(mention.to() - 1);
    boolean given = mention.to() - mention.from() == 1 && NameWords.is("given", word);
    if (given && !NameWords.is("title", before) || APART.contains(title)) {
      return null;
    }
    List<Actor> known = uses.stream().map(NameUse::actor).filter(this::known).distinct().toList();
    boolean only = known.size() == 1 && (uses.stream().map(NameUse::actor).distinct().count() == 1 || leads(known.get(0)));
    return only ? known.get(0) : null;
  }

  private static boolean leads(Actor actor) {
    return actor.roles().stream().anyMatch(role -> role.of() != null && LEADERS.contains(role.title().toLowerCase(Locale.ROOT)));
  }

  private static boolean holds(Actor actor, String title) {
    return actor.roles().stream().anyMatch(role -> {
      String held = role.title().toLowerCase(Locale.ROOT);
      return held.equals(title) || role.of() != null && held.endsWith(" " + title);
    });
  }

  private boolean known(Actor actor) {
    return actor.type() != EntityType.PERSON || actor.roles().stream().anyMatch(role -> role.of() != null
        && (about.contains(role.of()) || actor.country() == null || about.contains(actor.country())));
  }
}
