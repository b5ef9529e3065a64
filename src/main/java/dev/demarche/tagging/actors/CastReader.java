package dev.demarche.tagging.actors;

import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.actors.Cast.Reading;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an article in order of its text, and says of each phrase whom it means: names first, then with their help the common nouns and pronouns
 * as they come. Used once, by one thread.
 */
final class CastReader {
  private static final double RELATIVE = 0.9;

  private final Document document;
  private final Phrases phrases;
  private final Meanings meanings;
  private final OwnWords ownWords;
  private final Map<Mention, Who> names = new HashMap<>();
  private final Grammar grammar;
  private final Nominals nominals;
  private final Relatives relatives;
  private final double least;
  private final Salience salience;
  private final List<Reading> readings = new ArrayList<>();

  CastReader(Document document, Phrases phrases, Clauses clauses, List<Mention> mentions, List<Subject> sources, Offices offices, LocalDate day,
             PronounRanker ranker, double least) {
    this.document = document;
    this.phrases = phrases;
    this.meanings = new Meanings(document.tokens().size(), mentions);
    this.ownWords = new OwnWords(document, meanings);
    this.grammar = new Grammar(document, phrases, clauses, sources);
    List<Who> resolved = new NameResolver(document, phrases, mentions).resolved();
    List<Seen> seen = new ArrayList<>();
    for (int m = 0; m < mentions.size(); m++) {
      Mention mention = mentions.get(m);
      if (resolved.get(m) != null) {
        names.put(mention, resolved.get(m));
        seen.add(seen(mention.from(), mention.to(), resolved.get(m)));
      }
    }
    this.nominals = new Nominals(document, phrases, grammar, meanings, names, offices, day);
    this.least = least;
    this.relatives = new Relatives(document, phrases, meanings);
    this.salience = new Salience(document, phrases, grammar, ranker, least, seen);
    GenderSigns signs = new GenderSigns(document, phrases);
    seen.stream().filter(name -> name.who().type() == EntityType.PERSON).forEach(name -> salience.gender(name.who(), signs.of(name)));
  }

  /** Reads the article; what its tokens mean then stands in {@link #meanings}. All mentions in order of the text. */
  List<Reading> read() {
    for (int i = 0; i < meanings.tokens(); i++) {
      Mention mention = meanings.mention(i);
      Who who = mention == null ? null : names.get(mention);
      if (who != null) {
        if (i == mention.to() - 1) {
          name(mention, who);
        }
      } else if (document.token(i).pos() == Pos.PRON || document.token(i).pos() == Pos.DET && document.lower(i).length() <= 5) {
        pronoun(i);
      } else if (mention == null) {
        NounPhrase noun = phrases.nounAt(i);
        if (noun != null && noun.head() == i) {
          noun(noun);
        }
      }
    }
    return readings;
  }

  Meanings meanings() {
    return meanings;
  }

  private void name(Mention mention, Who who) {
    meanings.mean(mention.from(), mention.to(), who);
    reading(mention.from(), mention.to(), kind(mention), who, mention.confidence());
    nominals.learn(mention, who);
    salience.seen(seen(mention.from(), mention.to(), who));
  }

  private void pronoun(int i) {
    Who before = least <= RELATIVE ? relatives.who(i) : null;
    Resolution found = before == null ? salience.resolve(i) : null;
    if (before != null) {
      Who who = before.because(new Reason(Ground.PRONOUN, before.name(), RELATIVE));
      meanings.mean(i, i + 1, who);
      reading(i, i + 1, EntityKind.PRONOUN, who, RELATIVE);
    } else if (found != null) {
      Who who = found.who().because(new Reason(Ground.PRONOUN, found.who().name(), found.confidence()));
      meanings.mean(i, i + 1, who);
      reading(i, i + 1, EntityKind.PRONOUN, who, found.confidence());
      salience.seen(new Seen(i, i, who, grammar.role(i, i + 1), true));
    } else if (Pronoun.at(i, document, phrases, grammar) != null) {
      reading(i, i + 1, EntityKind.PRONOUN, null, 0);
    }
  }

  private void noun(NounPhrase noun) {
    int head = noun.head();
    Who who = nominals.who(noun);
    if (who != null) {
      meanings.mean(head, head + 1, who);
      reading(noun.from(), noun.to(), EntityKind.NOMINAL, who, 0.75);
      salience.seen(seen(noun.from(), head + 1, who));
    } else if (nominals.person(noun)) {
      Who one = new Who(ownWords.words(noun.from(), noun.to()), null, null, SpeakerKind.ANONYMOUS);
      salience.gender(one, 2 * Genders.ofNoun(document.lower(head)));
      salience.seen(seen(noun.from(), head + 1, one));
    } else if (grammar.subject(head) && group(document.lower(head))) {
      salience.seen(seen(noun.from(), head + 1, new Who(ownWords.words(noun.from(), noun.to()), null, null, SpeakerKind.GROUP)));
    }
  }

  private static boolean group(String noun) {
    return NameWords.is("people", noun) || NameWords.is("body", noun) || noun.endsWith("s") && NameWords.isOne("person", noun);
  }

  private Seen seen(int from, int to, Who who) {
    return new Seen(from, to - 1, who, grammar.role(from, to), false);
  }

  /** "The Russians" are not Russia's name but people of it. */
  private static EntityKind kind(Mention mention) {
    return mention.known() && mention.uses().get(0).way() == Way.DEMONYM ? EntityKind.NOMINAL : EntityKind.NAME;
  }

  private void reading(int from, int to, EntityKind kind, Who who, double confidence) {
    readings.add(new Reading(document.span(from, to), kind, who, confidence));
  }
}
