package dev.demarche.tagging.actors;

import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the phrases of one article mean: names, offices ("the Russian leader"), bodies ("Russian officials") and pronouns. Read once, in order
 * of the text, when it is made; then only asked. Used by one thread.
 */
public final class Cast {
  private final Document document;
  private final Phrases phrases;
  private final Meanings meanings;
  private final OwnWords ownWords;
  private final List<Reading> readings;

  /**
   * Reads an article.
   *
   * @param sources         who is the source of a statement
   * @param day             the article's, or null
   * @param leastConfidence how sure it must be whom a pronoun means, 0 to 1, to give it a name
   */
  public Cast(Document document, Phrases phrases, Clauses clauses, List<Mention> mentions, List<Subject> sources, Offices offices,
              LocalDate day, double leastConfidence) {
    this(document, phrases, clauses, mentions, sources, offices, day, LearnedRanker.standard(), leastConfidence);
  }

  Cast(Document document, Phrases phrases, Clauses clauses, List<Mention> mentions, List<Subject> sources, Offices offices,
       LocalDate day, PronounRanker ranker, double leastConfidence) {
    CastReader reader = new CastReader(document, phrases, clauses, mentions, sources, offices, day, ranker, leastConfidence);
    this.document = document;
    this.phrases = phrases;
    this.meanings = reader.meanings();
    this.ownWords = new OwnWords(document, meanings);
    this.readings = List.copyOf(reader.read());
  }

  /**
   * Whom a phrase of the article was read as.
   *
   * @param span       the phrase
   * @param kind       how it refers
   * @param who        whom it means, with the reason; without a name of their own for some pronouns; null where nobody is likely enough
   * @param confidence 0 to 1
   */
  public record Reading(Span span, EntityKind kind, Who who, double confidence) {

    private Entity entity() {
      return new Entity(span.begin(), span.end(), span.text(), who.type(), kind, who.name(), who.id(), confidence);
    }
  }

  /** An actor and the tokens that name it. */
  public record Named(int from, int to, Who who) {}

  /** All mentions that have a name, in order of the text. */
  public List<Entity> entities() {
    return readings.stream().filter(reading -> reading.who() != null && reading.who().named()).map(Reading::entity).toList();
  }

  /** All mentions, those without a name and those that could not be resolved included, in order of the text. */
  public List<Reading> readings() {
    return readings;
  }

  /** Whom the token's phrase means where it has a name, else null. */
  public Who at(int token) {
    return meanings.who(token);
  }

  /** The person, body or country named first between the two tokens, or null; adjectives like "Russian" count where {@code adjectives}. */
  public Named first(int from, int to, boolean adjectives) {
    return meanings.first(from, to, adjectives);
  }

  /** Whom the noun phrase means: a name where it has one, else its own words. Never null. */
  public Who who(NounPhrase noun) {
    Who who = meanings.who(noun.head());
    return who != null ? who : ownWords.who(noun.from(), noun.to(), noun.head());
  }

  /** Whom a subject means; of several the first. Never null. */
  public Who who(Subject subject) {
    Who who = meanings.who(subject.head().head());
    Who titled = who == null || who.type() != EntityType.PERSON ? titled(subject) : null;
    if (titled != null || who != null) {
      return titled != null ? titled : who;
    }
    boolean name = document.token(subject.head().head()).pos() == Pos.PROPN;
    for (int i = subject.head().to(); i < subject.to() && !name; i++) {
      boolean apposition = document.lower(i).equals(",");
      NounPhrase noun = apposition ? phrases.nounAt(i + 1) : null;
      if (noun != null && noun.from() == i + 1 && noun.to() <= subject.to() && meanings.who(noun.head()) != null
          && meanings.who(noun.head()).type() == EntityType.PERSON) {
        return meanings.who(noun.head()).because(Reason.of(Ground.APPOSITION, meanings.who(noun.head()).name()));
      }
    }
    int to = subject.head().to();
    if (to <= subject.from()) {
      return ownWords.who(subject.head().from(), to, subject.head().head());
    }
    while (to < subject.to() && !document.lower(to).equals(",") && !document.lower(to).equals("and")) {
      to++;
    }
    return ownWords.who(subject.from(), to, subject.head().head());
  }

  /** The person whose name ends a run of words that starts the subject: "U.S. President Lars Moe". */
  private Who titled(Subject subject) {
    for (int i = subject.from(); i < subject.to() && (document.token(i).word() || document.token(i).possessive()
        || document.lower(i).equals(".")); i++) {
      Pos pos = document.token(i).pos();
      if (pos == Pos.ADP || pos == Pos.CCONJ || pos == Pos.PRON && i > subject.from()) {
        return null;
      }
      Mention mention = meanings.mention(i);
      if (mention != null && mention.type() == EntityType.PERSON && mention.to() <= subject.to()) {
        boolean owns = mention.to() < subject.to() && document.token(mention.to()).possessive();
        return owns || mention.to() < subject.to() && document.token(mention.to()).word() ? null : meanings.who(mention.to() - 1);
      }
    }
    return null;
  }

  /** Whom each of the subject's noun phrases means. */
  public List<Who> all(Subject subject) {
    if (subject.heads().size() == 1) {
      return List.of(who(subject));
    }
    List<Who> all = new ArrayList<>();
    subject.heads().forEach(head -> all.add(who(head)));
    return all;
  }
}
