package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.domain.Deed;
import dev.demarche.domain.ReportedDeed.Manner;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what an article reports as done, refused, promised or no longer demanded, and what the antecedents of its conditions ask for. What is
 * only supposed, demanded, hoped for or possible is none. Used by one thread.
 */
public final class DeedFinder {
  private static final Set<Act> SETTLING = EnumSet.complementOf(EnumSet.of(Act.ACCUSE, Act.REQUEST, Act.EXPECT, Act.DOUBT, Act.DENY, Act.THREATEN,
      Act.STATE,
      Act.DECLINE, Act.SUPPORT));
  private static final Set<String> STATIVE = DeedReader.forms("have", "lead", "seem", "remain", "know", "think", "feel", "like", "love", "look",
      "see", "hear", "mean",
      "become", "believe", "appear", "sound", "live", "belong", "cost", "contain", "include", "own", "represent", "face", "add", "describe",
      "show", "suggest", "write", "speak", "talk", "tell", "say", "try", "use", "work", "want", "grow", "enjoy", "wait", "struggle", "spend");
  /** Acts that are words only: they meet no condition and breach none. */
  private static final Set<Act> TALK = EnumSet.of(Act.ACCUSE, Act.REQUEST, Act.EXPECT, Act.DOUBT, Act.DENY, Act.THREATEN, Act.DECLINE, Act.SUPPORT);
  private static final Set<String> NOUN_AHEAD = Set.of("for", "of", "on", "upon", "to", "without", "barring");
  private static final Set<String> WILL = Set.of("will", "would", "'ll", "wo", "shall");
  private static final Set<String> DEMANDING = DeedReader.forms("insist", "demand", "require", "ask", "seek", "want", "request", "press", "push",
      "hold");
  private static final Set<String> DROPPING = DeedReader.forms("drop", "abandon", "waive", "withdraw", "relax", "scrap", "soften", "lift", "remove",
      "shelve", "renounce",
      "relinquish");
  private static final Set<String> GIVING = DeedReader.forms("give", "back", "climb", "step", "move");
  private static final Set<String> DEMANDS = Set.of("demand", "demands", "condition", "conditions", "insistence", "requirement", "requirements",
      "ultimatum",
      "precondition", "preconditions", "call", "request", "claim", "claims");
  private static final Set<String> WISHES = DeedReader.forms("demand", "urge", "insist", "ask", "want", "call", "request", "hope", "expect", "wish",
      "require", "doubt", "fear",
      "propose", "suggest", "recommend", "order", "predict", "wonder", "consider", "threaten", "warn");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;
  private final List<FoundCondition> conditions;
  private final Contexts contexts;
  private final ClauseActs lexical;
  private final DeedReader reader;

  /** A deed as ranges of tokens. */
  public record FoundDeed(Deed deed, Manner manner, int from, int to) {}

  public DeedFinder(Document document, Phrases phrases, Clauses clauses, Cast cast, Speakers speakers, List<FoundCondition> conditions) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
    this.conditions = conditions;
    this.contexts = new Contexts(document, phrases, clauses);
    this.lexical = new ClauseActs(document, phrases, cast);
    this.reader = new DeedReader(document, phrases, clauses, speakers, lexical);
  }

  /** What the antecedent asks for, or null. */
  public Deed asked(FoundCondition condition) {
    int from = condition.antecedentFrom();
    boolean noun = condition.markerTo() == from && NOUN_AHEAD.contains(document.lower(from - 1)) && !document.lower(from).equals("whether");
    return noun ? reader.readNoun(from, condition.antecedentTo()) : reader.read(from, condition.antecedentTo());
  }

  /** What the consequence says, or null. */
  public Deed follows(FoundCondition condition) {
    return reader.read(condition.consequenceFrom(), condition.consequenceTo());
  }

  /** What is reported, in order of the text. */
  public List<FoundDeed> deeds() {
    List<FoundDeed> found = new ArrayList<>();
    for (VerbGroup verb : phrases.verbs()) {
      Subject subject = verb.finite() ? clauses.subject(verb) : null;
      Manner manner = subject == null || cues(verb) ? null : manner(verb, subject);
      if (manner != null) {
        int to = document.sentenceAt(verb.main()).to();
        Deed deed = manner == Manner.DROPPED ? dropped(verb, subject, to) : reader.of(verb, subject, to);
        boolean idle = deed != null && manner != Manner.DROPPED && (STATIVE.contains(document.lower(verb.main()))
            || deed.actor() == null && deed.act() == null && !verb.passive() && !EventNouns.standard().isOne(document.lower(subject.head().head())));
        boolean talk = idle || deed != null && manner != Manner.DROPPED && (deed.act() != null && TALK.contains(deed.act())
            || deed.verb().equals("be") && deed.act() == null
            && deed.words().size() < 2);
        if (deed != null && !talk && (deed.actor() != null || deed.words().size() > 0)) {
          found.add(new FoundDeed(deed, manner == Manner.DONE && deed.promised() ? Manner.PROMISED
              : manner, Math.min(contexts.clauseStart(verb), verb.from()),
              Math.max(contexts.clauseEnd(verb), verb.to())));
        }
      }
    }
    return found;
  }

  /** Whether the verb says only that something is said. */
  private boolean cues(VerbGroup verb) {
    boolean cue = Verbs.reporting(document.lower(verb.main())) || speakers.attributed().stream().map(Attributed::report)
        .anyMatch(report -> report.cueFrom() <= verb.main() && verb.main() < report.cueTo());
    Act act = cue ? lexical.act(verb) : null;
    return cue && (act == null || !SETTLING.contains(act)) && !drops(verb);
  }

  private Manner manner(VerbGroup verb, Subject subject) {
    if (supposed(verb) || wished(verb) || document.lower(document.sentenceAt(verb.main()).to() - 1).equals("?")) {
      return null;
    }
    if (drops(verb)) {
      return Manner.DROPPED;
    }
    String word = document.lower(verb.main());
    if (verb.modal() != null) {
      return !WILL.contains(verb.modal()) ? verb.negated() && verb.modal().startsWith("ca") ? Manner.REFUSED : null
          : verb.negated() ? Manner.REFUSED : verb.modal().equals("would") && speakers.holding(verb.main()) == null ? null : Manner.PROMISED;
    }
    boolean governs = reader.governed(verb) != null;
    if (governs && (word.startsWith("refus") || word.startsWith("declin"))) {
      return Manner.REFUSED;
    }
    boolean waiting = verb.negated() && Set.of("has", "have", "'ve", "'s").contains(document.lower(verb.from()));
    boolean bare = !verb.auxiliary() && verb.form() == VerbGroup.Form.PRESENT && subject.of() == Subject.Found.BESIDE
        && !document.lower(verb.main()).endsWith("s")
        && subjunctive(verb);
    boolean before = document.lower(verb.from()).equals("had") && verb.to() > verb.from() + 1 && speakers.holding(verb.main()) == null;
    return waiting || bare || before ? null : Manner.DONE;
  }

  /** "that Finland withdraw". */
  private boolean subjunctive(VerbGroup verb) {
    Attributed within = speakers.holding(verb.main());
    return within != null && within.report().cueFrom() >= 0 && WISHES.contains(document.lower(within.report().cueTo() - 1));
  }

  private boolean supposed(VerbGroup verb) {
    for (FoundCondition condition : conditions) {
      boolean joins = condition.markerFrom() <= verb.main() && verb.main() < condition.markerTo() || condition.markerFrom() == verb.to();
      if (condition.antecedes(verb.main()) || condition.follows(verb.main()) || joins) {
        return true;
      }
    }
    return contexts.supposed(verb);
  }

  /** Whether it stands in what somebody only wishes, doubts or foresees. */
  private boolean wished(VerbGroup verb) {
    Attributed within = speakers.holding(verb.main());
    boolean cue = within != null && within.report().cueFrom() >= 0 && WISHES.contains(document.lower(within.report().cueTo() - 1));
    VerbGroup before = phrases.verbBefore(verb.from());
    boolean that = before != null && WISHES.contains(document.lower(before.main())) && document.lower(before.to()).equals("that")
        && !before.negated();
    return (cue || that) && !DEMANDING.contains(document.lower(verb.main()));
  }

  /** "no longer insists that", "dropped its demand for", "backed down from its demand". */
  private boolean drops(VerbGroup verb) {
    String word = document.lower(verb.main());
    boolean noLonger = document.lower(verb.from() - 1).equals("longer") || document.lower(verb.from()).equals("no") || longerIn(verb);
    if (DEMANDING.contains(word) && (noLonger || stopped(verb))) {
      return true;
    }
    boolean gives = GIVING.contains(word) && Set.of("up", "down", "off", "away", "back").contains(document.lower(verb.to()));
    return (DROPPING.contains(word) || gives) && !verb.negated() && demandBehind(verb) >= 0;
  }

  private boolean longerIn(VerbGroup verb) {
    for (int k = verb.from(); k < verb.main(); k++) {
      if (document.lower(k).equals("longer")) {
        return true;
      }
    }
    return document.lower(verb.to()).equals("any") && document.lower(verb.to() + 1).equals("longer");
  }

  private boolean stopped(VerbGroup verb) {
    VerbGroup before = phrases.verbBefore(verb.from());
    return verb.gerund() && before != null && before.to() == verb.from() && document.lower(before.main()).startsWith("stop");
  }

  private int demandBehind(VerbGroup verb) {
    int end = document.sentenceAt(verb.main()).to();
    for (int i = verb.to(); i < end && i - verb.to() < 7; i++) {
      NounPhrase noun = phrases.nounAt(i);
      if (noun != null && noun.head() == i && DEMANDS.contains(document.lower(i))) {
        return i;
      }
    }
    return -1;
  }

  /** What is no longer demanded, as a deed of who demanded it: the words behind. */
  private Deed dropped(VerbGroup verb, Subject subject, int to) {
    Deed whole = reader.of(verb, subject, to);
    int noun = demandBehind(verb);
    int from = noun >= 0 ? noun + 1 : verb.to();
    Deed asked = from < to ? reader.read(Math.min(document.lower(from).equals("that") ? from + 1 : from, to - 1), to) : null;
    List<String> words = new ArrayList<>(whole.words());
    if (asked != null) {
      Stream.concat(Stream.of(asked.verb()), asked.words().stream()).filter(one -> !words.contains(one)).forEach(words::add);
    }
    words.sort(null);
    return new Deed(whole.actor(), whole.actorId(), asked == null ? null : asked.act(), asked == null ? whole.target() : asked.actor() != null
        ? asked.actor() : whole.target(),
        asked == null ? whole.targetId() : asked.actor() != null ? asked.actorId() : whole.targetId(), false, false, whole.verb(), words);
  }
}
