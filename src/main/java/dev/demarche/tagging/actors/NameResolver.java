package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameUse;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each name of an article its canonical name: the catalogue's, or the fullest that the article has ("Yermak" is "Andriy Yermak").
 * Used by one thread.
 */
final class NameResolver {
  private static final Set<String> AT = Set.of("in", "at", "near", "from", "to", "into", "across", "outside", "around", "through", "via",
      "inside", "throughout", "leaving", "left", "visit", "visited", "visiting", "toward", "towards", "central", "downtown", "capital", "city");

  private static final Map<String, String> TITLES = Map.of("sen.", "senator", "sen", "senator", "rep.", "representative", "rep", "representative",
      "congressman", "representative", "congresswoman", "representative");
  private static final Set<String> SUFFIXES = Set.of("jr.", "jr", "sr.", "sr", "ii", "iii");

  private final Document document;
  private final Phrases phrases;
  private final List<Mention> mentions;
  private final Map<String, String> fullByPart = new HashMap<>();
  private final Map<String, String> bodies = new HashMap<>();
  private final Set<String> namedIds = new HashSet<>();
  private final Map<String, Actor> knownByGiven = new HashMap<>();
  private final Map<String, Actor> knownByPart = new HashMap<>();

  NameResolver(Document document, Phrases phrases, List<Mention> mentions) {
    this.document = document;
    this.phrases = phrases;
    this.mentions = mentions;
  }

  /** Whom each mention means, null where it is no mention of anybody (the adjective in "Russian gas"). In order of the mentions. */
  List<Who> resolved() {
    for (Mention mention : mentions) {
      learn(mention);
    }
    List<Who> all = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      all.add(mention.known() ? known(mention) : unknown(mention));
    }
    return all;
  }

  private void learn(Mention mention) {
    if (mention.known()) {
      NameUse use = mention.uses().get(0);
      if (use.way() == Way.NAME) {
        namedIds.add(use.actor().id());
        if (use.actor().type() == EntityType.PERSON) {
          knownByGiven.putIfAbsent(use.actor().name().split(" ")[0], use.actor());
        }
        if (use.actor().type() == EntityType.ORGANIZATION && mention.to() - mention.from() > 1) {
          knownByPart.putIfAbsent(initials(mention), use.actor());
          if (!text(mention).contains(" of ")) {
            knownByPart.putIfAbsent(document.token(mention.to() - 1).text(), use.actor());
          }
        }
      }
    } else if (mention.type() == EntityType.PERSON && mention.to() - mention.from() > 1) {
      String full = text(mention);
      boolean suffix = SUFFIXES.contains(document.lower(mention.to() - 1)) && mention.to() - mention.from() > 2;
      String last = document.token(mention.to() - (suffix ? 2 : 1)).text();
      if (!relative(mention, last)) {
        fullByPart.putIfAbsent(last, full);
      }
      fullByPart.putIfAbsent(document.token(mention.from()).text(), full);
      for (int i = mention.from() + 1; i < mention.to() - 1; i++) {
        fullByPart.putIfAbsent(document.span(i, mention.to()).text(), full);
      }
    } else if (mention.type() == EntityType.ORGANIZATION && mention.to() - mention.from() > 1) {
      bodies.putIfAbsent(initials(mention), text(mention));
    }
  }

  /** Whether somebody of that surname is named in the same sentence before: in "Betts was born the daughter of Thomas Betts" he is not Betts. */
  private boolean relative(Mention mention, String surname) {
    int sentence = document.sentenceIndex(mention.from());
    return mentions.stream().anyMatch(other -> other.to() <= mention.from() && document.sentenceIndex(other.from()) == sentence
        && other.to() - other.from() == 1 && document.token(other.from()).text().equals(surname));
  }

  private String initials(Mention mention) {
    StringBuilder initials = new StringBuilder();
    for (int i = mention.from(); i < mention.to(); i++) {
      if (document.token(i).capitalised()) {
        initials.append(document.token(i).text().charAt(0));
      }
    }
    return initials.toString();
  }

  private String text(Mention mention) {
    return document.span(mention.from(), mention.to()).text().replaceAll("[\\s\\u00a0]+", " ");
  }

  private Who known(Mention mention) {
    NameUse use = mention.uses().get(0);
    switch (use.way()) {
      case SURNAME:
        return bySurname(mention);
      case DEMONYM:
        return people(mention) ? Who.of(use.actor(), Reason.of(Ground.PEOPLE)) : null;
      case CAPITAL:
        return use.actor().type() == EntityType.COUNTRY && !acts(mention) ? place(mention) : Who.of(use.actor(), Reason.of(Ground.CAPITAL_ACTS));
      case METONYM:
        return Who.of(best(mention.uses()), Reason.of(Ground.SEAT));
      default:
        return byName(mention.uses());
    }
  }

  /** The capital itself: the catalogue's, else by the name that the catalogue gives to its country's capital. */
  private Who place(Mention mention) {
    String capital = mention.uses().get(0).actor().capital();
    Reason reason = Reason.of(Ground.CAPITAL_PLACE);
    return mention.uses().stream().filter(use -> use.actor().type() == EntityType.PLACE).findFirst().map(use -> Who.of(use.actor(), reason))
        .orElseGet(() -> Who.named(capital == null ? text(mention) : capital, EntityType.PLACE, reason));
  }

  private Who byName(List<NameUse> uses) {
    long same = uses.stream().filter(use -> use.way() == uses.get(0).way()).count();
    Actor best = best(uses);
    return Who.of(best, Reason.of(same > 1 && namedIds.contains(best.id()) ? Ground.NAMESAKE : Ground.CATALOGUE));
  }

  private Actor best(List<NameUse> uses) {
    for (NameUse use : uses) {
      if (use.way() == uses.get(0).way() && namedIds.contains(use.actor().id())) {
        return use.actor();
      }
    }
    return uses.get(0).actor();
  }

  private Who bySurname(Mention mention) {
    List<NameUse> uses = mention.uses();
    for (NameUse use : uses) {
      if (namedIds.contains(use.actor().id())) {
        return Who.of(use.actor(), Reason.of(Ground.SURNAME, use.actor().name()));
      }
    }
    String full = fullByPart.get(text(mention));
    if (full != null) {
      return Who.named(full, EntityType.PERSON, Reason.of(Ground.SURNAME, full));
    }
    List<NameUse> offices = uses.stream().filter(use -> known(use.actor(), mention)).toList();
    return offices.size() == 1 ? Who.of(offices.get(0).actor(), Reason.of(Ground.CATALOGUE_SURNAME))
        : Who.named(text(mention), EntityType.PERSON, Reason.of(Ground.NEW_NAME));
  }

  /**
   * Whether a surname alone, which the article does not give in full, says who is meant: of those who hold an office of a country or body, which
   * readers know; of others, only behind the title of their office ("Sen. Moe").
   */
  private boolean known(Actor actor, Mention mention) {
    String title = TITLES.getOrDefault(document.lower(mention.from() - 1), document.lower(mention.from() - 1));
    return actor.roles().stream().anyMatch(role -> role.of() != null || role.title().equalsIgnoreCase(title));
  }

  /** "the Russians" and "Russians" are the country; "Russian" before a noun is an adjective. */
  private boolean people(Mention mention) {
    String word = document.lower(mention.to() - 1);
    Pos pos = document.token(mention.to() - 1).pos();
    boolean adjective = pos == Pos.ADJ || mention.to() < document.tokens().size() && phrases.nounAt(mention.to()) != null
        && phrases.nounAt(mention.to()) == phrases.nounAt(mention.from()) && !document.token(mention.to()).possessive();
    return !adjective && word.endsWith("s") || !adjective && document.lower(mention.from() - 1).equals("the");
  }

  /** Whether a capital stands for its government: it does something, has something, or something is done to it. */
  private boolean acts(Mention mention) {
    Sentence sentence = document.sentenceAt(mention.from());
    int before = mention.from() - 1;
    if (before >= sentence.from() && document.token(before).lower().equals("the")) {
      before--;
    }
    String word = before >= sentence.from() ? document.lower(before) : "";
    if (AT.contains(word)) {
      return false;
    }
    int next = mention.to();
    if (next < sentence.to() && modifier(mention)) {
      return false;
    }
    if (next < sentence.to()) {
      VerbGroup verb = phrases.verbAt(next);
      if (document.token(next).possessive() || verb != null && verb.from() == next && verb.finite()) {
        return true;
      }
      if (document.lower(next).equals("(") || document.lower(next).equals(",") && before < sentence.from()) {
        return false;
      }
    }
    return !word.equals(",") && !word.isEmpty() || next < sentence.to() && phrases.verbFrom(next, Math.min(next + 4, sentence.to())) != null;
  }

  /** "The London office" stands in London; "London officials" are the government's. */
  private boolean modifier(Mention mention) {
    NounPhrase noun = phrases.nounAt(mention.to());
    return noun != null && noun == phrases.nounAt(mention.to() - 1) && !document.token(mention.to()).possessive()
        && !NameWords.isOne("body", document.lower(noun.head())) && !NameWords.isOne("person", document.lower(noun.head()));
  }

  private Who unknown(Mention mention) {
    String name = text(mention);
    if (mention.to() - mention.from() == 1) {
      Actor given = knownByGiven.get(name);
      if (given != null) {
        return Who.of(given, Reason.of(Ground.SURNAME, given.name()));
      }
      String full = fullByPart.get(name);
      if (full != null) {
        return Who.named(full, EntityType.PERSON, Reason.of(Ground.SURNAME, full));
      }
      Actor part = mention.type() == EntityType.ORGANIZATION ? knownByPart.get(name.replace(".", "")) : null;
      if (part != null) {
        return Who.of(part, Reason.of(Ground.ACRONYM, part.name()));
      }
      String body = bodies.get(name.replace(".", ""));
      if (body != null) {
        return Who.named(body, EntityType.ORGANIZATION, Reason.of(Ground.ACRONYM, body));
      }
    } else if (mention.type() == EntityType.PERSON && fullByPart.containsKey(name)) {
      return Who.named(fullByPart.get(name), EntityType.PERSON, Reason.of(Ground.SURNAME, fullByPart.get(name)));
    }
    return Who.named(name, mention.type(), Reason.of(Ground.NEW_NAME));
  }
}
