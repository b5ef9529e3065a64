package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Reason.Ground;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameUse;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.VerbGroup;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Common nouns that mean somebody with a name: offices ("the Russian leader"), bodies ("Russian officials"), and what the article has said of
 * somebody ("the senator"). Told of all names in order of the text; used by one thread.
 */
final class Nominals {
  private static final Set<String> RULES = Set.of("administration", "government", "regime", "cabinet");
  private static final Set<String> COPULAS = Set.of("be", "am", "is", "are", "was", "were", "been", "'s", "became", "become", "remained");
  private static final Set<String> DEFINITE = Set.of("the", "his", "her", "its", "their", "this", "that");
  private static final Set<String> IDLE = Set.of("the", "a", "an", "new", "current", "own", "longtime", "embattled");

  private final Document document;
  private final Phrases phrases;
  private final Meanings meanings;
  private final Map<Mention, Who> names;
  private final Offices offices;
  private final LocalDate day;
  private final Descriptions descriptions;
  private final Map<String, Who> articleOffices = new HashMap<>();

  /**
   * @param names whom the names mean
   * @param day   the article's, or null
   */
  Nominals(Document document, Phrases phrases, Grammar grammar, Meanings meanings, Map<Mention, Who> names, Offices offices, LocalDate day) {
    this.document = document;
    this.phrases = phrases;
    this.meanings = meanings;
    this.names = names;
    this.offices = offices;
    this.day = day;
    this.descriptions = new Descriptions(document, phrases, grammar, meanings.mentions(), offices, day);
  }

  /** Learns what stands at a name: which office the person has, and what else is said. */
  void learn(Mention mention, Who who) {
    learnOffice(mention, who);
    descriptions.learn(mention, who);
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
      if (meanings.mention(i) != null && meanings.mention(i).known()) {
        body = meanings.mention(i).uses().get(0).actor();
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

  /** Whom the noun phrase means, or null. */
  Who who(NounPhrase noun) {
    String head = document.lower(noun.head());
    boolean body = NameWords.is("body", head);
    boolean office = offices.isTitle(head) || head.equals("diplomat");
    if (!body && !office) {
      return described(noun);
    }
    Who possessor = body ? meanings.who(noun.from()) : null;
    boolean ruler = possessor != null && RULES.contains(head) && noun.head() == noun.from() + 1;
    boolean country = possessor != null && possessor.type() == EntityType.COUNTRY && meanings.mention(noun.from()) == null;
    if ((ruler || country) && offices.country(possessor.actor()) != null) {
      return Who.of(offices.country(possessor.actor()), Reason.of(Ground.BODY, possessor.name()));
    }
    Mention owner = null;
    int ownerTo = noun.from();
    for (int i = noun.from(); i < noun.head(); i++) {
      if (meanings.mention(i) != null) {
        owner = meanings.mention(i);
        ownerTo = owner.to();
      }
    }
    boolean possessive = owner != null && ownerTo < noun.head() && document.token(ownerTo).possessive();
    if (owner == null && document.lower(noun.to()).equals("of") && phrases.nounAt(noun.to() + 1) != null && office) {
      NounPhrase of = phrases.nounAt(noun.to() + 1);
      owner = of.from() == noun.to() + 1 ? meanings.mention(of.head()) : null;
      ownerTo = noun.from();
    }
    if (owner == null) {
      return office ? described(noun) : null;
    }
    Who person = names.get(owner);
    if (RULES.contains(head) && person != null && person.type() == EntityType.PERSON && !possessive && ownerTo == noun.head()) {
      return person.because(Reason.of(Ground.ADMINISTRATION, person.name()));
    }
    if (!owner.known()) {
      return office ? described(noun) : null;
    }
    NameUse use = owner.uses().get(0);
    Actor home = use.actor();
    if (home.type() == EntityType.PERSON) {
      return office ? described(noun) : null;
    }
    if (office) {
      int start = ownerTo < noun.head() && document.token(ownerTo).possessive() ? ownerTo + 1 : ownerTo;
      String title = title(start, noun.head());
      Who article = articleOffices.get(home.id() + "/" + title);
      if (article != null) {
        return article.because(Reason.of(Ground.OFFICE_HERE, home.name() + ": " + title));
      }
      Actor holder = title.isEmpty() || document.lower(noun.head()).endsWith("s") ? null : offices.holder(home, title, day);
      return holder == null ? described(noun) : Who.of(holder, Reason.of(Ground.OFFICE_AT_DATE, home.name() + ": " + title));
    }
    return body && document.lower(noun.from()).equals("former") ? null : Who.of(home, Reason.of(Ground.BODY, home.name()));
  }

  private String title(int from, int head) {
    StringBuilder title = new StringBuilder();
    for (int i = from; i <= head; i++) {
      String word = document.lower(i);
      if (document.token(i).word() && !IDLE.contains(word)) {
        title.append(title.length() > 0 ? " " : "").append(word);
      }
    }
    String plain = Offices.plain(title.toString());
    return plain.startsWith("former ") || plain.startsWith("ex ") || plain.startsWith("vice ") && plain.length() < 6 ? "" : plain;
  }

  /** "The senator", "his doctor": the last one of whom the article has said so. */
  private Who described(NounPhrase noun) {
    boolean definite = DEFINITE.contains(document.lower(noun.from())) || noun.from() > 0 && meanings.who(noun.from()) != null;
    boolean one = Descriptions.person(document.lower(noun.head())) && meanings.mention(noun.head()) == null;
    Who who = definite && one ? descriptions.who(noun) : null;
    return who == null ? null : who.because(Reason.of(Ground.DESCRIPTION, document.lower(noun.head())));
  }

  /** Whether the noun phrase is about one person without naming him: "a spokesman", "his mother"; not "Quill, a teacher" nor "she was a teacher". */
  boolean person(NounPhrase noun) {
    String head = document.lower(noun.head());
    if (!NameWords.is("person", head) && Genders.ofNoun(head) == 0) {
      return false;
    }
    int before = noun.from() - 1;
    boolean apposed = document.lower(before).equals(",") && meanings.who(before - 1) != null
        || document.lower(noun.to()).equals(",") && meanings.mention(noun.to() + 1) != null
        || meanings.mention(noun.to()) != null;
    VerbGroup verb = phrases.verbAt(before);
    return !apposed && (verb == null || !COPULAS.contains(document.lower(verb.main())));
  }
}
