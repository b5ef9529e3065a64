package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a description means that the article explains nowhere: news calls the one it is speaking of by another of his callings ("Ann Berg declined. The former
 * banker said ..."). That is the last person named who was a subject, if nothing known of that person speaks against it. Told of all names in order of
 * the text; used by one thread.
 */
final class Epithets {
  /** How many sentences behind the name. */
  private static final int REACH = 2;
  private static final Set<String> STANDING = Set.of("candidate", "nominee", "advisor", "contender", "hopeful", "frontrunner", "front-runner",
      "politician", "lawmaker", "leader");
  private static final Set<String> OFFICES = Set.of("senator", "congressman", "governor", "mayor", "justice", "judge", "general", "ambassador",
      "chairman", "commissioner", "minister", "secretary", "president", "chancellor", "king", "queen", "pope", "attorney", "envoy", "speaker",
      "director");
  private static final Set<String> CALLINGS = Set.of("scientist", "economist", "attorney", "doctor", "physician", "professor", "researcher",
      "author", "writer", "teacher", "engineer", "farmer", "activist", "billionaire", "businessman", "businesswoman", "tycoon", "mogul",
      "magnate", "banker", "surgeon", "neurosurgeon", "historian", "pastor", "priest", "actor", "actress", "singer", "diplomat", "entrepreneur",
      "veteran", "academic", "journalist", "columnist", "nurse", "politician", "lawmaker", "legislator", "parliamentarian", "texan",
      "incumbent");
  /** Those who speak for others, of whom candidates are none. */
  private static final Set<String> FOR_OTHERS = Set.of("spokesman", "aide", "manager", "strategist", "analyst", "professor", "reporter",
      "pollster", "advisor", "director", "attorney", "editor", "host", "columnist", "voter", "supporter", "correspondent", "consultant",
      "delegate", "moderator", "anchor", "journalist");

  private static final Set<String> NOT_THIS = Set.of("only", "next", "previous", "other", "lone", "eventual", "last", "first", "second", "third",
      "future", "then", "rival", "best");
  private static final Set<String> CLAUSE = Set.of("who", "that", "whose", "most", "to");

  private static final Map<String, String> PARTIES = Map.ofEntries(Map.entry("republican", "republican"), Map.entry("gop", "republican"), Map.entry("republican-party", "republican"),
      Map.entry("democratic", "democratic"), Map.entry("democrat", "democratic"), Map.entry("democratic-party", "democratic"), Map.entry("conservative", "conservative"),
      Map.entry("labour", "labour"), Map.entry("labor", "labour"), Map.entry("liberal", "liberal"), Map.entry("green", "green"), Map.entry("socialist", "socialist"));

  private final Document document;
  private final Grammar grammar;
  private final Mention[] mentionAt;
  private final Map<String, Map<String, Set<String>>> said = new HashMap<>();
  private Who last;
  private int lastAt = -1;

  Epithets(Document document, Grammar grammar, Mention[] mentionAt) {
    this.document = document;
    this.grammar = grammar;
    this.mentionAt = mentionAt;
  }

  /** Takes in the name of a person. */
  void named(Mention mention, Who who) {
    int token = mention.to() - 1;
    if (who.type() == EntityType.PERSON && (grammar.subject(token) || grammar.source(token))) {
      last = who;
      lastAt = token;
    }
  }

  /** Takes in what the article says that somebody is: the noun, and the words that go with it. */
  void said(Who who, String head, Set<String> others) {
    said.computeIfAbsent(who.name(), name -> new HashMap<>()).computeIfAbsent(head, key -> new HashSet<>()).addAll(others);
  }

  /** Whom the noun phrase with this head means, in the form in which descriptions are compared; or null. */
  Who who(NounPhrase noun, String head, Set<String> others) {
    boolean speaks = grammar.source(noun.head()) || OFFICES.contains(head) && grammar.subject(noun.head());
    if (last == null || !speaks || !document.lower(noun.from()).equals("the") || lastAt >= noun.from() || CLAUSE.contains(document.lower(noun.head() + 1))
        || document.sentenceIndex(noun.from()) - document.sentenceIndex(lastAt) > REACH || others.stream().anyMatch(NOT_THIS::contains)
        || owned(noun) || quoted(noun.head()) || namedBehind(noun)) {
      return null;
    }
    return sameParty(others) && fits(head, others.contains("former")) && others.stream().allMatch(word -> fitsPlace(word, head)) ? last : null;
  }

  /** Whether the description names no party other than those that the article gives the person. */
  private boolean sameParty(Set<String> others) {
    Set<String> parties = parties(others);
    Set<String> theirs = new HashSet<>();
    said.getOrDefault(last.name(), Map.of()).values().forEach(words -> theirs.addAll(parties(words)));
    return parties.isEmpty() || theirs.isEmpty() || theirs.containsAll(parties);
  }

  private static Set<String> parties(Set<String> words) {
    Set<String> parties = new HashSet<>(words);
    parties.retainAll(PARTIES.keySet());
    return parties.stream().map(PARTIES::get).collect(Collectors.toSet());
  }

  private boolean owned(NounPhrase noun) {
    for (int i = noun.from(); i < noun.head(); i++) {
      if (document.token(i).possessive()) {
        return true;
      }
    }
    return false;
  }

  private boolean quoted(int token) {
    return document.quotes().stream().anyMatch(quote -> quote.from() <= token && token < quote.to());
  }

  private boolean namedBehind(NounPhrase noun) {
    Sentence sentence = document.sentenceAt(noun.from());
    String surname = last.name().substring(last.name().lastIndexOf(' ') + 1);
    for (int i = noun.from(); i < sentence.to(); i++) {
      if (document.token(i).text().equals(surname)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(String head, boolean former) {
    Map<String, Set<String>> said = this.said.getOrDefault(last.name(), Map.of());
    Set<String> heads = said.keySet();
    if (OFFICES.contains(head)) {
      return heads.contains(head) ? !former && said.get(head).isEmpty() : last.actor() == null ? former && heads.isEmpty() : held(last.actor(), head, former);
    }
    if (STANDING.contains(head)) {
      return last.actor() != null ? !last.actor().roles().isEmpty() : heads.stream().noneMatch(FOR_OTHERS::contains) && !heads.isEmpty();
    }
    return CALLINGS.contains(head) && (heads.isEmpty() || heads.contains(head)) && (last.actor() == null || last.actor().roles().isEmpty());
  }

  private static boolean held(Actor actor, String head, boolean former) {
    return actor.roles().stream().filter(role -> !former || role.to() != null).map(role -> role.title().toLowerCase(Locale.ROOT))
        .anyMatch(title -> Set.of(title.split("[\\s-]+")).contains(head) || head.equals("congressman") && title.equals("representative"));
  }

  /** A country in the description must be the person's; any other place is told of those alone who stand for one. */
  private boolean fitsPlace(String id, String head) {
    Actor place = named(id);
    Actor actor = last.actor();
    if (place == null || place.type() == EntityType.PERSON || place.type() == EntityType.ORGANIZATION) {
      return true;
    }
    if (place.type() == EntityType.PLACE) {
      return STANDING.contains(head) || Set.of("senator", "congressman", "governor", "mayor").contains(head);
    }
    return actor == null || actor.country() == null || actor.country().equals(id) || actor.roles().stream().anyMatch(role -> id.equals(role.of()));
  }

  private Actor named(String id) {
    for (Mention mention : mentionAt) {
      if (mention != null && mention.known() && mention.uses().get(0).actor().id().equals(id)) {
        return mention.uses().get(0).actor();
      }
    }
    return null;
  }
}
