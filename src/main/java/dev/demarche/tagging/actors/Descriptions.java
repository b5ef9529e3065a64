package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.VerbGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an article says its people are: by words before a name ("Vermont Senator Ann Berg"), beside it in commas ("Lars Moe, a doctor,") or behind "is". So
 * that "the senator" and "the doctor" are known later. Told of all names in order of the text; used by one thread.
 */
final class Descriptions {
  private static final Map<String, String> SAME = Map.ofEntries(Map.entry("sen.", "senator"), Map.entry("sen", "senator"),
      Map.entry("rep.", "congressman"), Map.entry("rep", "congressman"), Map.entry("congresswoman", "congressman"),
      Map.entry("representative", "congressman"), Map.entry("gov.", "governor"), Map.entry("gov", "governor"), Map.entry("gen.", "general"),
      Map.entry("gen", "general"), Map.entry("dr.", "doctor"), Map.entry("dr", "doctor"), Map.entry("prof.", "professor"),
      Map.entry("spokeswoman", "spokesman"), Map.entry("spokesperson", "spokesman"), Map.entry("chairwoman", "chairman"),
      Map.entry("chairperson", "chairman"), Map.entry("chair", "chairman"), Map.entry("premier", "minister"), Map.entry("lawyer", "attorney"),
      Map.entry("candidate", "nominee"), Map.entry("adviser", "advisor"), Map.entry("defence", "defense"));
  /** Words that take in several callings. */
  private static final Map<String, Set<String>> WIDER = Map.of("lawmaker", Set.of("senator", "congressman", "parliamentarian", "deputy"),
      "leader", Set.of("president", "minister", "chancellor", "chairman", "king"), "diplomat", Set.of("ambassador", "envoy"),
      "politician", Set.of("senator", "congressman", "president", "minister", "governor", "mayor", "nominee"));
  /** Callings of which an article may have one, whom it then describes otherwise, too: "the Vermont senator". */
  private static final Set<String> ONE = Set.of("senator", "congressman", "governor", "mayor", "lawmaker");
  private static final Set<String> IDLE = Set.of("the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "my", "one", "new", "current",
      "own", "longtime", "top", "senior", "then", "mr.", "mrs.", "ms.", "mr", "mrs", "ms", "and");
  private static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their");
  private static final Set<String> NOT_PEOPLE = Set.of("campaign", "house", "senate", "state", "treasury", "press", "defense", "defence",
      "interior", "finance", "economy", "energy", "commerce", "trade", "security", "foreign", "first", "national", "source", "democrat",
      "republican", "democratic", "labour", "conservative", "liberal", "justice", "acting", "interim", "former", "deputy", "vice", "prime",
      "majority", "minority");
  private static final Set<String> FORMS_OF_ADDRESS = Set.of("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dame", "alhaji", "alhaja",
      "datuk", "tun", "shri", "smt.", "hon.", "honourable", "engr.", "monsieur", "madame", "herr", "frau");
  private static final Set<String> RANKS = Set.of("vice", "deputy", "assistant");
  private static final int MEMORY = 300;
  private static final Set<String> LINKS = Set.of("of", "for", "at", "in", "from");
  private static final Set<String> COPULAS = Set.of("is", "was", "became", "remains");

  /** Words that say what somebody is: the noun, and what goes with it (a known body stands as its id), and whether it is somebody's. */
  private record Words(String head, Set<String> others, boolean owned) {}

  private record Said(Who who, Words words) {}

  private final Document document;
  private final Phrases phrases;
  private final Mention[] mentionAt;
  private final LocalDate day;
  private final List<Said> said = new ArrayList<>();
  private final List<Said> held = new ArrayList<>();
  private final List<Said> past = new ArrayList<>();
  private final Epithets epithets;
  private final Government government;
  private final Set<String> known = new HashSet<>();

  Descriptions(Document document, Phrases phrases, Grammar grammar, Mention[] mentionAt, Offices offices, LocalDate day) {
    this.epithets = new Epithets(document, grammar, mentionAt);
    this.government = new Government(offices, mentionAt, day);
    this.document = document;
    this.phrases = phrases;
    this.mentionAt = mentionAt;
    this.day = day;
  }

  /** Learns what the words around the name of a person say. */
  void learn(Mention mention, Who who) {
    if (who.type() != EntityType.PERSON) {
      return;
    }
    NounPhrase noun = phrases.nounAt(mention.to() - 1);
    if (noun != null && noun.from() < mention.from()) {
      add(who, words(noun.from(), mention.from()));
    }
    int behind = mention.to();
    if (document.lower(behind).equals(",")) {
      behind += document.token(Math.min(behind + 1, mentionAt.length - 1)).pos() == Pos.NUM && document.lower(behind + 2).equals(",") ? 3 : 1;
      apposed(who, behind);
    }
    VerbGroup verb = phrases.verbAt(mention.to());
    if (verb != null && verb.from() == mention.to() && verb.to() == verb.from() + 1 && COPULAS.contains(document.lower(verb.main()))) {
      apposed(who, verb.to());
    }
    int first = noun == null ? mention.from() : Math.min(noun.from(), mention.from());
    if (document.lower(first - 1).equals(",") && first >= 2) {
      NounPhrase before = phrases.nounAt(first - 2);
      NounPhrase whole = before != null && document.lower(before.from() - 1).equals("of") && phrases.nounAt(before.from() - 2) != null
          ? phrases.nounAt(before.from() - 2) : before;
      if (whole != null && before.to() == first - 1 && person(document.lower(whole.head()))) {
        add(who, words(whole));
      }
    }
    if (who.actor() != null && known.add(who.id())) {
      who.actor().roles().forEach(role -> learn(who, role));
    }
    epithets.named(mention, who);
  }

  private void learn(Who who, Actor.Role role) {
    boolean now = day == null ? role.to() == null : role.heldOn(day);
    String title = Offices.plain(role.title());
    int link = title.indexOf(" of ");
    List<String> words = List.of((link < 0 ? title : title.substring(0, link)).split(" "));
    Set<String> others = new HashSet<>(words.subList(0, words.size() - 1));
    if (link >= 0) {
      others.addAll(List.of(title.substring(link + " of ".length()).split(" ")));
    }
    if (role.of() != null) {
      others.add(role.of());
    }
    String head = same(words.get(words.size() - 1));
    if (now) {
      held.add(new Said(who, new Words(head, others, false)));
    } else if (role.to() != null && who.actor().roles().stream().noneMatch(one -> one.to() == null && one.title().equals(role.title()))) {
      past.add(new Said(who, new Words(head, others, false)));
      Set<String> former = new HashSet<>(others);
      former.add("former");
      held.add(new Said(who, new Words(head, former, false)));
    }
  }

  private void apposed(Who who, int from) {
    NounPhrase noun = phrases.nounAt(from);
    if (noun != null && noun.from() == from && person(document.lower(noun.head())) && mentionAt[noun.head()] == null) {
      add(who, words(noun));
    }
  }

  private void add(Who who, Words words) {
    if (words != null) {
      said.add(new Said(who, words));
      epithets.said(who, words.head(), words.others());
    }
  }

  /** Whether the noun, in lower case, is what one person may be. */
  static boolean person(String noun) {
    return !NOT_PEOPLE.contains(noun) && (NameWords.is("person", noun) || SAME.containsKey(noun) || NameWords.is("title", noun) && !NameWords.is("body", noun)
        && !NameWords.is("people", noun));
  }

  /**
   * Of whom the article has said what the noun phrase says, the last one if there are several; else who holds such an office by the catalogue among
   * those whom the article has named, or held it; else the one of whom the article is speaking, if that fits; else who holds the office in the country that
   * the article is about; or null.
   */
  Who who(NounPhrase noun) {
    Words wanted = words(noun);
    if (wanted == null) {
      return null;
    }
    Who who = last(said, wanted);
    who = who == null ? last(held, wanted) : who;
    who = who == null && !wanted.owned() ? last(past, wanted) : who;
    who = who == null && !wanted.owned() ? epithets.who(noun, wanted.head(), wanted.others()) : who;
    return who == null && !wanted.owned() && document.lower(noun.from()).equals("the") ? official(noun) : who;
  }

  /** Who holds the office that stands alone: "the foreign minister", "the pope". */
  private Who official(NounPhrase noun) {
    StringBuilder title = new StringBuilder();
    int to = document.lower(noun.head() + 1).equals("of") && document.lower(noun.head() + 2).equals("state") ? noun.head() + 3 : noun.head() + 1;
    for (int i = noun.from() + 1; i < to; i++) {
      title.append(title.length() > 0 ? " " : "").append(document.lower(i));
    }
    boolean alone = to > noun.head() + 1 || !LINKS.contains(document.lower(to)) || document.lower(to).equals("in") || document.lower(to).equals("at");
    Actor holder = alone ? government.holder(Offices.plain(title.toString())) : null;
    return holder == null ? null : Who.of(holder, Reason.of(Reason.Ground.OFFICE_AT_DATE, title.toString()));
  }

  private static Who last(List<Said> all, Words wanted) {
    Who only = null;
    boolean several = false;
    for (int i = all.size() - 1; i >= Math.max(0, all.size() - MEMORY); i--) {
      Said one = all.get(i);
      if (!one.words().head().equals(wanted.head()) && !WIDER.getOrDefault(wanted.head(), Set.of()).contains(one.words().head())) {
        continue;
      }
      if (RANKS.stream().anyMatch(rank -> wanted.others().contains(rank) != one.words().others().contains(rank))) {
        continue;
      }
      boolean former = wanted.others().contains("former") == one.words().others().contains("former");
      if (wanted.owned() && !one.words().owned()) {
        continue;
      }
      if (former && one.words().others().containsAll(wanted.others())) {
        return one.who();
      }
      several |= only != null && !only.same(one.who());
      only = former ? one.who() : only;
    }
    return ONE.contains(wanted.head()) && !several ? only : null;
  }

  private Words words(NounPhrase noun) {
    int to = noun.to();
    if (to == noun.head() + 1 && LINKS.contains(document.lower(to)) && phrases.nounAt(to + 1) != null && phrases.nounAt(to + 1).from() == to + 1) {
      Words words = words(noun.from(), noun.head() + 1);
      if (words != null) {
        add(words.others(), to + 1, phrases.nounAt(to + 1).to());
      }
      return words;
    }
    return words(noun.from(), noun.head() + 1);
  }

  /** The last word between the tokens as what somebody is, the others with it; null where no word is left. */
  private Words words(int from, int to) {
    int head = to - 1;
    while (head >= from && (!document.token(head).word() || mentionAt[head] != null || FORMS_OF_ADDRESS.contains(document.lower(head)))) {
      head--;
    }
    if (head < from || IDLE.contains(document.lower(head)) || !person(document.lower(head))) {
      return null;
    }
    Set<String> others = new HashSet<>();
    add(others, from, head);
    boolean owned = POSSESSIVES.contains(document.lower(from))
        || mentionAt[from] != null && mentionAt[from].type() == EntityType.PERSON;
    return new Words(same(document.lower(head)), others, owned);
  }

  private void add(Set<String> others, int from, int to) {
    for (int i = from; i < to; i++) {
      if (mentionAt[i] != null && mentionAt[i].known()) {
        others.add(mentionAt[i].uses().get(0).actor().id());
      } else if (document.token(i).word() && !document.token(i).possessive() && !IDLE.contains(document.lower(i))) {
        others.add(same(document.lower(i)));
      }
    }
  }

  private static String same(String word) {
    return SAME.getOrDefault(word, word);
  }
}
