package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameUse;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom the phrases of one article mean: names, offices ("the Russian leader"), bodies ("Russian officials") and pronouns. Read once, in order
 * of the text, when it is made; then only asked. Used by one thread.
 */
public final class Cast {
  private static final Set<String> RULES = Set.of("administration", "government", "regime", "cabinet");
  private static final Set<String> COPULAS = Set.of("be", "am", "is", "are", "was", "were", "been", "'s", "became", "become", "remained");

  private static final Set<String> DEFINITE = Set.of("the", "his", "her", "its", "their", "this", "that");

  private final Document document;
  private final Phrases phrases;
  private final Offices offices;
  private final LocalDate day;
  private final Mention[] mentionAt;
  private final Map<Mention, Who> meant = new HashMap<>();
  private final Who[] whoAt;
  private final Map<String, Who> articleOffices = new HashMap<>();
  private final Descriptions descriptions;
  private final Grammar grammar;
  private final Salience salience;
  private final List<Reading> readings = new ArrayList<>();

  public Cast(Document document, Phrases phrases, Clauses clauses, List<Mention> mentions, List<Subject> sources, Offices offices,
              LocalDate day) {
    this(document, phrases, clauses, mentions, sources, offices, day, LearnedRanker.standard());
  }

  Cast(Document document, Phrases phrases, Clauses clauses, List<Mention> mentions, List<Subject> sources, Offices offices,
       LocalDate day, PronounRanker ranker) {
    this.document = document;
    this.phrases = phrases;
    this.offices = offices;
    this.day = day;
    this.mentionAt = new Mention[document.tokens().size()];
    this.whoAt = new Who[document.tokens().size()];
    this.grammar = new Grammar(document, phrases, clauses, sources);
    this.descriptions = new Descriptions(document, phrases, grammar, mentionAt, offices, day);
    List<Who> resolved = new NameResolver(document, phrases, mentions).resolved();
    List<Seen> names = new ArrayList<>();
    for (int m = 0; m < mentions.size(); m++) {
      Mention mention = mentions.get(m);
      for (int i = mention.from(); i < mention.to(); i++) {
        mentionAt[i] = mention;
      }
      if (resolved.get(m) != null) {
        meant.put(mention, resolved.get(m));
        names.add(seen(mention.from(), mention.to(), resolved.get(m)));
      }
    }
    this.salience = new Salience(document, phrases, grammar, ranker, names);
    GenderSigns signs = new GenderSigns(document, phrases);
    names.stream().filter(name -> name.who().type() == EntityType.PERSON)
        .forEach(name -> salience.gender(name.who(), signs.of(name)));
    read();
  }

  private Seen seen(int from, int to, Who who) {
    return new Seen(from, to - 1, who, grammar.role(from, to), false);
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

  /** All mentions that have a name, in order of the text. */
  public List<Entity> entities() {
    return readings.stream().filter(reading -> reading.who() != null && reading.who().named()).map(Reading::entity).toList();
  }

  /** All mentions, those without a name and those that could not be resolved included, in order of the text. */
  public List<Reading> readings() {
    return List.copyOf(readings);
  }

  private void read() {
    for (int i = 0; i < whoAt.length; i++) {
      Mention mention = mentionAt[i];
      if (mention != null) {
        Who who = meant.get(mention);
        if (who != null && i == mention.to() - 1) {
          for (int k = mention.from(); k < mention.to(); k++) {
            whoAt[k] = who;
          }
          entity(mention.from(), mention.to(), kind(mention), who, mention.confidence());
          learnOffice(mention, who);
          descriptions.learn(mention, who);
          salience.seen(seen(mention.from(), mention.to(), who));
        }
        if (who != null) {
          continue;
        }
      }
      if (document.token(i).pos() == Pos.PRON || document.token(i).pos() == Pos.DET && document.lower(i).length() <= 5) {
        pronoun(i);
        continue;
      }
      NounPhrase noun = phrases.nounAt(i);
      if (noun != null && noun.head() == i && mention == null) {
        Who who = nominal(noun);
        if (who != null) {
          whoAt[i] = who;
          entity(noun.from(), noun.to(), EntityKind.NOMINAL, who, 0.75);
          salience.seen(seen(noun.from(), i + 1, who));
        } else if (person(noun)) {
          Who one = new Who(words(noun.from(), noun.to()), null, null, SpeakerKind.ANONYMOUS);
          salience.gender(one, 2 * Genders.ofNoun(document.lower(i)));
          salience.seen(seen(noun.from(), i + 1, one));
        } else if (grammar.subject(i) && (NameWords.is("people", document.lower(i)) || NameWords.is("body", document.lower(i))
            || document.lower(i).endsWith("s") && NameWords.isOne("person", document.lower(i)))) {
          salience.seen(seen(noun.from(), i + 1, new Who(words(noun.from(), noun.to()), null, null, SpeakerKind.GROUP)));
        }
      }
    }
  }

  /** "The Russians" are not Russia's name but people of it. */
  private static EntityKind kind(Mention mention) {
    return mention.known() && mention.uses().get(0).way() == Way.DEMONYM ? EntityKind.NOMINAL : EntityKind.NAME;
  }

  private void entity(int from, int to, EntityKind kind, Who who, double confidence) {
    readings.add(new Reading(document.span(from, to), kind, who, confidence));
  }

  private void pronoun(int i) {
    Resolution found = salience.resolve(i);
    if (found != null) {
      Who who = found.who().because(new Reason(Ground.PRONOUN, found.who().name(), found.confidence()));
      whoAt[i] = who;
      entity(i, i + 1, EntityKind.PRONOUN, who, found.confidence());
      salience.seen(new Seen(i, i, who, grammar.role(i, i + 1), true));
    } else if (Pronoun.at(i, document, phrases, grammar) != null) {
      entity(i, i + 1, EntityKind.PRONOUN, null, 0);
    }
  }

  /** Whether the noun phrase is about one person without naming him: "a spokesman", "his mother"; not "Quill, a teacher" nor "she was a teacher". */
  private boolean person(NounPhrase noun) {
    String head = document.lower(noun.head());
    if (!NameWords.is("person", head) && Genders.ofNoun(head) == 0) {
      return false;
    }
    int before = noun.from() - 1;
    boolean apposed = document.lower(before).equals(",") && before > 0 && whoAt[before - 1] != null
        || document.lower(noun.to()).equals(",") && noun.to() + 1 < mentionAt.length && mentionAt[noun.to() + 1] != null
        || noun.to() < mentionAt.length && mentionAt[noun.to()] != null;
    VerbGroup verb = phrases.verbAt(before);
    return !apposed && (verb == null || !COPULAS.contains(document.lower(verb.main())));
  }

  /** "US President Donald Trump" makes him "the US president" of this article. */
  private void learnOffice(Mention mention, Who who) {
    if (who.type() != EntityType.PERSON) {
      return;
    }
    NounPhrase noun = phrases.nounAt(mention.to() - 1);
    int from = noun == null ? mention.from() : Math.min(noun.from(), mention.from());
    Actor body = null;
    StringBuilder title = new StringBuilder();
    for (int i = from; i < mention.from(); i++) {
      if (mentionAt[i] != null && mentionAt[i].known()) {
        body = mentionAt[i].uses().get(0).actor();
        title.setLength(0);
      } else if (document.token(i).word()) {
        title.append(title.length() > 0 ? " " : "").append(document.lower(i));
      }
    }
    String plain = Offices.plain(title.toString());
    if (!plain.isEmpty() && body != null) {
      articleOffices.put(body.id() + "/" + plain, who);
    }
  }

  private Who nominal(NounPhrase noun) {
    String head = document.lower(noun.head());
    boolean body = NameWords.is("body", head);
    boolean office = offices.isTitle(head) || head.equals("diplomat");
    if (!body && !office) {
      return described(noun);
    }
    Who possessor = body ? whoAt[noun.from()] : null;
    if (possessor != null && RULES.contains(head) && noun.head() == noun.from() + 1 && offices.country(possessor.actor()) != null) {
      return Who.of(offices.country(possessor.actor()), Reason.of(Ground.BODY, possessor.name()));
    }
    Mention owner = null;
    int ownerTo = noun.from();
    for (int i = noun.from(); i < noun.head(); i++) {
      if (mentionAt[i] != null) {
        owner = mentionAt[i];
        ownerTo = owner.to();
      }
    }
    boolean possessive = owner != null && ownerTo < noun.head() && document.token(ownerTo).possessive();
    if (owner == null && document.lower(noun.to()).equals("of") && phrases.nounAt(noun.to() + 1) != null && office) {
      NounPhrase of = phrases.nounAt(noun.to() + 1);
      owner = of.from() == noun.to() + 1 ? mentionAt[of.head()] : null;
      ownerTo = noun.from();
    }
    if (owner == null) {
      return office ? described(noun) : null;
    }
    Who person = meant.get(owner);
    if (RULES.contains(head) && person != null && person.type() == EntityType.PERSON && !possessive && ownerTo == noun.head()) {
      return person.because(Reason.of(Ground.ADMINISTRATION, person.name()));
    }
    if (!owner.known()) {
      return office ? described(noun) : null;
    }
    NameUse use = owner.uses().get(0);
    Actor country = use.actor();
    if (country.type() == EntityType.PERSON) {
      return office ? described(noun) : null;
    }
    if (office) {
      int start = ownerTo < noun.head() && document.token(ownerTo).possessive() ? ownerTo + 1 : ownerTo;
      String title = title(start, noun.head());
      Who article = articleOffices.get(country.id() + "/" + title);
      if (article != null) {
        return article.because(Reason.of(Ground.OFFICE_HERE, country.name() + ": " + title));
      }
      Actor holder = title.isEmpty() || document.lower(noun.head()).endsWith("s") ? null : offices.holder(country, title, day);
      return holder == null ? described(noun) : Who.of(holder, Reason.of(Ground.OFFICE_AT_DATE, country.name() + ": " + title));
    }
    return body && document.lower(noun.from()).equals("former") ? null : Who.of(country, Reason.of(Ground.BODY, country.name()));
  }

  private String title(int from, int head) {
    StringBuilder title = new StringBuilder();
    for (int i = from; i <= head; i++) {
      String word = document.lower(i);
      if (document.token(i).word() && !Set.of("the", "a", "an", "new", "current", "own", "longtime", "embattled").contains(word)) {
        title.append(title.length() > 0 ? " " : "").append(word);
      }
    }
    String plain = Offices.plain(title.toString());
    return plain.startsWith("former ") || plain.startsWith("ex ") || plain.startsWith("vice ") && plain.length() < 6 ? "" : plain;
  }

  /** "The senator", "his doctor": the last one of whom the article has said so. */
  private Who described(NounPhrase noun) {
    boolean definite = DEFINITE.contains(document.lower(noun.from())) || noun.from() > 0 && whoAt[noun.from()] != null;
    boolean one = Descriptions.person(document.lower(noun.head())) && mentionAt[noun.head()] == null;
    Who who = definite && one ? descriptions.who(noun) : null;
    return who == null ? null : who.because(Reason.of(Ground.DESCRIPTION, document.lower(noun.head())));
  }

  /** Whom the token's phrase means where it has a name, else null. */
  public Who at(int token) {
    return token < 0 || token >= whoAt.length ? null : whoAt[token];
  }

  /** Whom the noun phrase means: a name where it has one, else its own words. Never null. */
  public Who who(NounPhrase noun) {
    Who who = whoAt[noun.head()];
    return who != null ? who : common(noun.from(), noun.to(), noun.head());
  }

  /** Whom a subject means; of several the first. Never null. */
  public Who who(Subject subject) {
    Who who = whoAt[subject.head().head()];
    Who titled = who == null || who.type() != EntityType.PERSON ? titled(subject) : null;
    if (titled != null || who != null) {
      return titled != null ? titled : who;
    }
    boolean name = document.token(subject.head().head()).pos() == Pos.PROPN;
    for (int i = subject.head().to(); i < subject.to() && !name; i++) {
      boolean apposition = document.lower(i).equals(",");
      NounPhrase noun = apposition ? phrases.nounAt(i + 1) : null;
      if (noun != null && noun.from() == i + 1 && noun.to() <= subject.to() && whoAt[noun.head()] != null
          && whoAt[noun.head()].type() == EntityType.PERSON) {
        return whoAt[noun.head()].because(Reason.of(Ground.APPOSITION, whoAt[noun.head()].name()));
      }
    }
    int to = subject.head().to();
    if (to <= subject.from()) {
      return common(subject.head().from(), to, subject.head().head());
    }
    while (to < subject.to() && !document.lower(to).equals(",") && !document.lower(to).equals("and")) {
      to++;
    }
    return common(subject.from(), to, subject.head().head());
  }

  /** The person whose name ends a run of words that starts the subject: "U.S. President Lars Moe". */
  private Who titled(Subject subject) {
    for (int i = subject.from(); i < subject.to() && (document.token(i).word() || document.token(i).possessive()
        || document.lower(i).equals(".")); i++) {
      Pos pos = document.token(i).pos();
      if (pos == Pos.ADP || pos == Pos.CCONJ || pos == Pos.PRON && i > subject.from()) {
        return null;
      }
      Mention mention = mentionAt[i];
      if (mention != null && mention.type() == EntityType.PERSON && mention.to() <= subject.to()) {
        boolean owns = mention.to() < subject.to() && document.token(mention.to()).possessive();
        return owns || mention.to() < subject.to() && document.token(mention.to()).word() ? null : whoAt[mention.to() - 1];
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

  /** The person, body or country named first between the two tokens, or null; adjectives like "Russian" count where {@code adjectives}. */
  public Named first(int from, int to, boolean adjectives) {
    for (int i = from; i < to; i++) {
      if (whoAt[i] != null && whoAt[i].named() && whoAt[i].type() != EntityType.PLACE) {
        int end = i + 1;
        while (end < to && whoAt[end] == whoAt[i] && mentionAt[end] == mentionAt[i] && mentionAt[i] != null) {
          end++;
        }
        return new Named(i, end, whoAt[i]);
      }
      Mention mention = mentionAt[i];
      if (adjectives && mention != null && mention.known() && mention.uses().get(0).way() == Way.DEMONYM && mention.from() == i) {
        return new Named(i, mention.to(), Who.of(mention.uses().get(0).actor(), Reason.of(Ground.PEOPLE)));
      }
    }
    return null;
  }

  /** An actor and the tokens that name it. */
  public record Named(int from, int to, Who who) {}

  private Who common(int from, int to, int head) {
    String noun = document.lower(head);
    String name = words(from, to);
    SpeakerKind kind;
    if (NameWords.isOne("document", noun)) {
      kind = SpeakerKind.DOCUMENT;
    } else if (NameWords.isOne("media", noun)) {
      kind = SpeakerKind.MEDIA;
    } else if (NameWords.is("person", noun)) {
      kind = SpeakerKind.ANONYMOUS;
    } else if (NameWords.isOne("person", noun) || NameWords.isOne("people", noun) || NameWords.isOne("body", noun) || named(from, to)) {
      kind = SpeakerKind.GROUP;
    } else {
      kind = SpeakerKind.UNKNOWN;
    }
    return new Who(name, null, null, kind);
  }

  /** Whether a name stands in the phrase: "Zelensky's inner circle". */
  private boolean named(int from, int to) {
    for (int i = from; i < to; i++) {
      if (mentionAt[i] != null) {
        return true;
      }
    }
    return false;
  }

  private String words(int from, int to) {
    int start = from;
    while (start < to - 1 && Set.of("the", "a", "an").contains(document.lower(start))) {
      start++;
    }
    return document.span(start, to).text().replaceAll("[\\s\\u00a0]+", " ");
  }
}
