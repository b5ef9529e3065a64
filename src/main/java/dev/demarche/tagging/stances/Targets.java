package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Cast.Named;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds towards whom an act goes, among the actors named behind its verb. Used by one thread. */
final class Targets {
  private static final Set<String> PLACES = Set.of("in", "at", "near", "inside", "across", "into");

  private static final Set<String> VAGUE = Set.of("it", "its", "itself", "they", "their", "themselves");

  private final Document document;
  private final Phrases phrases;
  private final Cast cast;
  private final Speakers speakers;

  Targets(Document document, Phrases phrases, Cast cast, Speakers speakers) {
    this.document = document;
    this.phrases = phrases;
    this.cast = cast;
    this.speakers = speakers;
  }

  /** The targets of {@code act} by {@code holder}, whose verb's clause ends before {@code end}; none where the clause names nobody. */
  List<Named> of(VerbGroup verb, Act act, Who holder, int end) {
    return switch (act) {
      case DECLINE -> List.of();
      case CONSULT -> partners(verb, holder, end);
      case DENY -> document.lower(verb.to()).equals("that") ? List.of() : first(verb, holder, end);
      case EXPECT, DOUBT -> subjectOfClause(verb, holder, end);
      default -> first(verb, holder, end);
    };
  }

  private List<Named> first(VerbGroup verb, Who holder, int end) {
    int from = verb.to();
    while (from < end) {
      Named named = next(from, end);
      if (named == null) {
        return List.of();
      }
      String before = document.lower(named.from() - 1).equals("the") ? document.lower(named.from() - 2) : document.lower(named.from() - 1);
      if (!named.who().same(holder) && !PLACES.contains(before)) {
        return listed(named, holder, end);
      }
      from = named.to();
    }
    return List.of();
  }

  private Named next(int from, int end) {
    for (int i = from; i < end; i++) {
      NounPhrase noun = phrases.nounAt(i);
      if (noun != null && noun.head() == i && Set.of("me", "us").contains(document.lower(i))) {
        Who who = speakers.who(noun);
        if (who.named()) {
          return new Named(i, i + 1, who);
        }
      }
      Named named = VAGUE.contains(document.lower(i)) ? null : cast.first(i, Math.min(end, i + 1), true);
      if (named != null) {
        Named whole = cast.first(i, end, true);
        return whole != null && whole.from() == i ? whole : named;
      }
    }
    return null;
  }

  /** The named one and those that a list adds: "Zelensky, Putin and Trump". */
  List<Named> listed(Named first, Who holder, int end) {
    List<Named> all = new ArrayList<>(List.of(first));
    int at = first.to();
    while (at < end - 1) {
      int next = at;
      boolean and = false;
      while (next < end && (document.lower(next).equals(",") || document.lower(next).equals("and"))) {
        and |= document.lower(next).equals("and");
        next++;
      }
      NounPhrase noun = next > at ? phrases.nounAt(next) : null;
      Who who = noun == null ? null : cast.at(noun.head());
      if (who == null || !who.named() || phrases.verbAt(noun.to()) != null && phrases.verbAt(noun.to()).finite()) {
        break;
      }
      if (!who.same(holder)) {
        all.add(new Named(noun.from(), noun.to(), who));
      }
      at = noun.to();
      if (and) {
        break;
      }
    }
    return all;
  }

  /** With whom an act is done that takes two: those behind "with" or "to", or the object. */
  List<Named> partners(VerbGroup verb, Who holder, int end) {
    NounPhrase object = phrases.nounAt(verb.to());
    Who met = object == null || object.from() != verb.to() ? null : cast.at(object.head());
    if (met != null && met.named() && met.type() != EntityType.PLACE && !met.same(holder)) {
      return listed(new Named(object.from(), object.to(), met), holder, end);
    }
    for (int i = verb.to(); i < end - 1; i++) {
      boolean with = document.lower(i).equals("with") || document.lower(i).equals("to") && i == verb.to();
      if (with && phrases.nounAt(i + 1) != null) {
        NounPhrase noun = phrases.nounAt(i + 1);
        Who who = cast.at(noun.head());
        if ((who == null || !who.named()) && NameWords.is("title", document.lower(noun.head()))) {
          Named titled = cast.first(noun.to(), Math.min(end, noun.to() + 10), false);
          if (titled != null && titled.who().type() == EntityType.PERSON) {
            return List.of(titled);
          }
        }
        if (who != null && who.named() && !who.same(holder)) {
          return listed(new Named(noun.from(), noun.to(), who), holder, end);
        }
      }
    }
    return List.of();
  }

  /** Whether the verb is done with somebody who has no name: "held talks with a rebel commander". */
  boolean somebody(VerbGroup verb, int end) {
    for (int i = verb.to(); i < end; i++) {
      NounPhrase noun = phrases.nounAt(i);
      boolean placed = i == verb.to() || document.lower(i - 1).equals("with");
      if (placed && noun != null && noun.from() == i && (NameWords.isOne("person", document.lower(noun.head()))
          || NameWords.isOne("people", document.lower(noun.head())) || NameWords.isOne("body", document.lower(noun.head())))) {
        return true;
      }
    }
    return false;
  }

  private List<Named> subjectOfClause(VerbGroup verb, Who holder, int end) {
    for (int i = verb.to(); i < end && i - verb.to() < 8; i++) {
      NounPhrase noun = phrases.nounAt(i);
      if (noun != null && noun.from() == i) {
        VerbGroup behind = phrases.verbAt(noun.to());
        Who who = cast.at(noun.head());
        if (behind != null && behind.from() == noun.to()) {
          return who != null && who.named() && !who.same(holder) ? List.of(new Named(noun.from(), noun.to(), who)) : List.of();
        }
      }
    }
    return List.of();
  }
}
