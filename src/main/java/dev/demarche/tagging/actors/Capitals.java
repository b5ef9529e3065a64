package dev.demarche.tagging.actors;

import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.VerbGroup;
import java.util.Set;

/** Whether a capital or seat of power stands for its government ("Accra insists") or for itself ("in Accra"). Immutable. */
final class Capitals {
  private static final Set<String> AT = Set.of("in", "at", "near", "from", "to", "into", "across", "outside", "around", "through", "via", "over",
      "beyond", "nearby", "inside", "throughout", "toward", "towards", "central", "downtown", "greater", "old", "capital", "city", "leave",
      "leaving", "left", "visit", "visits", "visited", "visiting", "reach", "reached", "reaches", "enter", "entered", "tour", "toured", "hit",
      "struck", "shelled", "bombed", "defend", "defended", "capture", "captured", "seize", "seized", "rocked", "fled", "flee", "stormed",
      "bound");
  private static final Set<String> THERE = Set.of("in", "at", "near", "outside", "inside", "around", "into", "nearby", "leave", "leaving",
      "left", "visit", "visited", "visiting", "toured", "enter", "entered", "stormed", "reached");
  /** What a city has, and no government: "the streets of Accra". */
  private static final Set<String> OF_CITY = Set.of("streets", "street", "city", "outskirts", "mayor", "capital", "suburbs", "suburb", "north",
      "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "center", "centre", "heart", "district", "districts",
      "neighborhood", "neighbourhood", "port", "airport", "university", "area", "part", "parts", "residents", "town", "downtown", "bishop",
      "archbishop", "miles", "kilometers", "kilometres", "km", "hours", "battle", "siege", "map");
  private static final Set<String> BETWEEN_STATES = Set.of("talks", "relations", "tensions", "tension", "agreement", "agreements", "deal",
      "negotiations", "dispute", "conflict", "war", "ties", "rift", "row", "alliance", "pact", "treaty", "trust", "contacts", "cooperation",
      "dialogue", "differences", "understanding", "standoff", "rapprochement", "trade", "rivalry", "link", "links", "arrangement", "accord",
      "truce", "ceasefire", "gap", "divide", "split", "quarrel", "partnership", "meeting", "discussions", "exchange");
  private static final int LONGEST_ROW = 5;

  private final Document document;
  private final Phrases phrases;

  Capitals(Document document, Phrases phrases) {
    this.document = document;
    this.phrases = phrases;
  }

  /** Whether it does something, has something, or something is done to it. */
  boolean acts(Mention mention) {
    Sentence sentence = document.sentenceAt(mention.from());
    int before = head(mention.from() - 1, sentence);
    String word = before >= sentence.from() ? document.lower(before) : "";
    int next = mention.to();
    if (AT.contains(word) || next < sentence.to() && modifier(mention)) {
      return false;
    }
    if (word.equals("between")) {
      return BETWEEN_STATES.contains(document.lower(before - 1));
    }
    if (word.equals("of") && OF_CITY.contains(document.lower(before - 1))) {
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

  /** Whether something is or happens there: "reporters at the Kremlin". */
  boolean within(Mention mention) {
    Sentence sentence = document.sentenceAt(mention.from());
    int before = head(mention.from() - 1, sentence);
    return before >= sentence.from() && THERE.contains(document.lower(before));
  }

  /** The token that governs the name which ends before it; for a later one of a row ("in Rome and Accra") what governs the first. */
  private int head(int token, Sentence sentence) {
    int before = token;
    for (int i = 0; i < LONGEST_ROW; i++) {
      if (before >= sentence.from() && document.lower(before).equals("the")) {
        before--;
      }
      boolean row = before - 1 > sentence.from() && (document.lower(before).equals("and") || document.lower(before).equals("or"))
          && document.token(before - 1).capitalised() && document.token(before - 1).word();
      if (!row) {
        break;
      }
      int first = before - 1;
      while (first - 1 >= sentence.from() && document.token(first - 1).capitalised() && document.token(first - 1).word()) {
        first--;
      }
      before = first - 1;
    }
    return before;
  }

  /** "The London office" stands in London; "London officials" are the government's. */
  private boolean modifier(Mention mention) {
    NounPhrase noun = phrases.nounAt(mention.to());
    return noun != null && noun == phrases.nounAt(mention.to() - 1) && !document.token(mention.to()).possessive()
        && !NameWords.isOne("body", document.lower(noun.head())) && !NameWords.isOne("person", document.lower(noun.head()));
  }
}
