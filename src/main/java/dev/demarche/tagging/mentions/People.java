package dev.demarche.tagging.mentions;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Actor.Role;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Sentence;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells people of one full name apart by what an article says beside the name: the title of an office that one of them holds, the body or place whose
 * office it is, and whether the office was held on the article's day. An article means one of them throughout. Used by one thread.
 */
final class People {
  private static final double TITLE = 4;
  private static final double BODY_BESIDE = 3;
  private static final double BODY = 1;
  private static final double IN_OFFICE = 1;
  private static final int BEFORE = 6;
  private static final int BEHIND = 10;
  private static final Map<String, String> LONG = Map.ofEntries(Map.entry("sen.", "senator"), Map.entry("sen", "senator"), Map.entry("rep.", "representative"),
      Map.entry("rep", "representative"), Map.entry("congressman", "representative"), Map.entry("congresswoman", "representative"),
      Map.entry("gov.", "governor"), Map.entry("gov", "governor"), Map.entry("gen.", "general"), Map.entry("chairwoman", "chairman"), Map.entry("chair", "chairman"),
      Map.entry("defence", "defense"));

  private final Document document;
  private final LocalDate day;
  private final Set<String> named = new HashSet<>();
  private final Map<String, Double> beside = new HashMap<>();

  /** @param day of the article, or null where it is not known */
  People(Document document, Collection<NameIndex.Found> found, LocalDate day) {
    this.document = document;
    this.day = day;
    for (NameIndex.Found one : found) {
      one.uses().stream().filter(use -> use.way() != Way.SURNAME).forEach(use -> named.add(use.actor().id()));
    }
    for (NameIndex.Found one : found) {
      List<Actor> bearers = bearers(one.uses());
      if (bearers.size() > 1) {
        int token = document.tokenAt(one.begin());
        Sentence sentence = document.sentenceAt(token);
        int from = Math.max(sentence.from(), token - BEFORE);
        int to = Math.min(sentence.to(), document.tokenAt(one.end() - 1) + 1 + BEHIND);
        Set<String> words = words(from, to);
        Set<String> bodies = new HashSet<>();
        found.stream().filter(other -> other.begin() >= document.token(from).begin() && other.end() <= document.token(to - 1).end())
            .forEach(other -> other.uses().forEach(use -> bodies.add(use.actor().id())));
        bearers.forEach(actor -> beside.merge(actor.id(), beside(actor, words, bodies), Math::max));
      }
    }
  }

  private static List<Actor> bearers(List<NameUse> uses) {
    return uses.stream().filter(use -> use.way() == Way.NAME && use.actor().type() == EntityType.PERSON).map(NameUse::actor).toList();
  }

  private Set<String> words(int from, int to) {
    Set<String> words = new HashSet<>();
    for (int i = from; i < to; i++) {
      words.add(LONG.getOrDefault(document.lower(i), document.lower(i)));
    }
    return words;
  }

  private static double beside(Actor actor, Set<String> words, Set<String> bodies) {
    double title = actor.roles().stream().anyMatch(role -> words.containsAll(title(role))) ? TITLE : 0;
    boolean body = actor.roles().stream().anyMatch(role -> role.of() != null && bodies.contains(role.of()));
    return title + (body ? BODY_BESIDE : 0);
  }

  private static List<String> title(Role role) {
    return List.of(role.title().toLowerCase(Locale.ROOT).split("[\\s-]+")).stream().map(word -> LONG.getOrDefault(word, word)).toList();
  }

  /** What speaks for {@code actor} as the one of his name whom the article means; comparable with that of others of this name only. */
  double score(Actor actor) {
    double score = beside.getOrDefault(actor.id(), 0.0);
    score += actor.roles().stream().anyMatch(role -> role.of() != null && named.contains(role.of())) ? BODY : 0;
    score += actor.roles().stream().anyMatch(role -> day == null ? role.to() == null : role.heldOn(day)) ? IN_OFFICE : 0;
    return score;
  }
}
