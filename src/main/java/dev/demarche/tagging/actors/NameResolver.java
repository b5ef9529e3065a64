package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameUse;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives each name of an article its canonical name: the catalogue's, or the fullest that the article has ("Yermak" is "Andriy Yermak").
 * Used by one thread.
 */
final class NameResolver {
  private static final Set<String> SUFFIXES = Set.of("jr.", "jr", "sr.", "sr", "ii", "iii");

  private static final Pattern PARTICLE = Pattern.compile("^([Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Aa]r|[Aa]d)-(?=\\p{Lu})");

  /** Whom a form of address is not for, by their pronouns. */
  private static final Map<String, String> NOT_ADDRESSED =
      Map.of("mr.", "she", "mr", "she", "mrs.", "he", "mrs", "he", "ms.", "he", "ms", "he", "miss", "he", "madam", "he");

  private final Document document;
  private final Phrases phrases;
  private final List<Mention> mentions;
  private final Capitals capitals;
  private final Officials officials;
  private final Map<String, String> fullByPart = new HashMap<>();
  private final Map<String, String> bodies = new HashMap<>();
  private final Set<String> namedIds = new HashSet<>();
  private final Map<String, Actor> knownByGiven = new HashMap<>();
  private final Map<String, Actor> knownByPart = new HashMap<>();

  NameResolver(Document document, Phrases phrases, List<Mention> mentions) {
    this.document = document;
    this.phrases = phrases;
    this.mentions = mentions;
    this.capitals = new Capitals(document, phrases);
    this.officials = new Officials(document, mentions);
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
          if (mention.to() - mention.from() > 1) {
            knownByGiven.putIfAbsent(capital(document.token(mention.to() - 1).text()), use.actor());
          }
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
        fullByPart.putIfAbsent(capital(last), full);
        fullByPart.putIfAbsent(PARTICLE.matcher(last).replaceFirst(""), full);
      }
      fullByPart.putIfAbsent(document.token(mention.from()).text(), full);
      for (int i = mention.from() + 1; i < mention.to() - 1; i++) {
        fullByPart.putIfAbsent(document.span(i, mention.to()).text(), full);
        fullByPart.putIfAbsent(document.span(mention.from(), i + 1).text(), full);
      }
    } else if (mention.type() == EntityType.ORGANIZATION && mention.to() - mention.from() > 1) {
      bodies.putIfAbsent(initials(mention), text(mention));
    }
  }

  /** A name with a particle has a small letter behind the first name alone: "Majed al-Ansari", "Al-Ansari". */
  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
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
        return use.actor().type() == EntityType.COUNTRY && !capitals.acts(mention) ? place(mention) : Who.of(use.actor(), Reason.of(Ground.CAPITAL_ACTS));
      case METONYM:
        return capitals.within(mention) ? place(mention) : Who.of(best(mention.uses()), Reason.of(Ground.SEAT));
      default:
        return byName(mention.uses());
    }
  }

  /** The capital or seat itself: the catalogue's, else by the name that the catalogue gives to its country's capital. */
  private Who place(Mention mention) {
    String capital = mention.uses().get(0).way() == Way.CAPITAL ? mention.uses().get(0).actor().capital() : null;
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
    String address = document.lower(mention.from() - 1);
    List<NameUse> uses = mention.uses().stream().filter(use -> use.actor().pronouns() == null
        || !use.actor().pronouns().equals(NOT_ADDRESSED.get(address))).toList();
    for (NameUse use : uses) {
      if (namedIds.contains(use.actor().id())) {
        return Who.of(use.actor(), Reason.of(Ground.SURNAME, use.actor().name()));
      }
    }
    String full = fullByPart.get(text(mention));
    if (full != null) {
      return Who.named(full, EntityType.PERSON, Reason.of(Ground.SURNAME, full));
    }
    Actor known = officials.bySurname(mention, uses);
    return known != null ? Who.of(known, Reason.of(Ground.CATALOGUE_SURNAME)) : Who.named(text(mention), EntityType.PERSON, Reason.of(Ground.NEW_NAME));
  }

  /** "the Russians" and "Russians" are the country; "Russian" before a noun is an adjective. */
  private boolean people(Mention mention) {
    String word = document.lower(mention.to() - 1);
    Pos pos = document.token(mention.to() - 1).pos();
    boolean adjective = pos == Pos.ADJ || mention.to() < document.tokens().size() && phrases.nounAt(mention.to()) != null
        && phrases.nounAt(mention.to()) == phrases.nounAt(mention.from()) && !document.token(mention.to()).possessive();
    return !adjective && word.endsWith("s") || !adjective && document.lower(mention.from() - 1).equals("the");
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
