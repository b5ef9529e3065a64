package dev.demarche.tagging.actors;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import java.util.Map;

/**
 * A pronoun of the third person.
 *
 * @param token  its index
 * @param asks   for whom
 * @param gender 1 she, -1 he, 0 neither
 * @param form   its case
 */
record Pronoun(int token, Asks asks, int gender, Form form) {

  /** Whom a pronoun can mean. */
  enum Asks {
    PERSON, THING, SEVERAL;

    /** Whether it can mean him. A name that no catalogue knows may be a person's, whatever it looks like. */
    boolean admits(Who who) {
      EntityType type = who.type();
      return switch (this) {
        case PERSON -> type == null || type == EntityType.PERSON || who.actor() == null;
        case THING -> type == EntityType.COUNTRY || type == EntityType.ORGANIZATION;
        case SEVERAL -> type == null || type == EntityType.COUNTRY || type == EntityType.ORGANIZATION;
      };
    }
  }

  /** A pronoun's case. */
  enum Form { SUBJECT, OBJECT, POSSESSIVE, REFLEXIVE }

  private record Word(Asks asks, int gender, Form form) {}

  private static final Map<String, Word> WORDS = Map.ofEntries(
      Map.entry("he", new Word(Asks.PERSON, -1, Form.SUBJECT)), Map.entry("she", new Word(Asks.PERSON, 1, Form.SUBJECT)),
      Map.entry("him", new Word(Asks.PERSON, -1, Form.OBJECT)), Map.entry("her", new Word(Asks.PERSON, 1, Form.OBJECT)),
      Map.entry("his", new Word(Asks.PERSON, -1, Form.POSSESSIVE)), Map.entry("hers", new Word(Asks.PERSON, 1, Form.POSSESSIVE)),
      Map.entry("himself", new Word(Asks.PERSON, -1, Form.REFLEXIVE)), Map.entry("herself", new Word(Asks.PERSON, 1, Form.REFLEXIVE)),
      Map.entry("it", new Word(Asks.THING, 0, Form.SUBJECT)), Map.entry("its", new Word(Asks.THING, 0, Form.POSSESSIVE)),
      Map.entry("itself", new Word(Asks.THING, 0, Form.REFLEXIVE)), Map.entry("they", new Word(Asks.SEVERAL, 0, Form.SUBJECT)),
      Map.entry("them", new Word(Asks.SEVERAL, 0, Form.OBJECT)), Map.entry("their", new Word(Asks.SEVERAL, 0, Form.POSSESSIVE)),
      Map.entry("themselves", new Word(Asks.SEVERAL, 0, Form.REFLEXIVE)));

  /** The pronoun at {@code token}, or null. */
  static Pronoun at(int token, Document document, Phrases phrases, Grammar grammar) {
    Word word = WORDS.get(document.lower(token));
    if (word == null) {
      return null;
    }
    Form form = word.form();
    NounPhrase noun = phrases.nounAt(token);
    if (document.lower(token).equals("her") && noun != null && noun.to() > token + 1) {
      form = Form.POSSESSIVE;
    } else if (document.lower(token).equals("it") && !grammar.subject(token)) {
      form = Form.OBJECT;
    }
    return new Pronoun(token, word.asks(), word.gender(), form);
  }
}
