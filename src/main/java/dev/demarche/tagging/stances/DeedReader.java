package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.domain.Deed;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Stems;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.Token;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a clause or a noun phrase says that somebody does: who, what act, to whom, in what words. Used by one thread. */
final class DeedReader {
  private static final int MOST_WORDS = 14;
  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "'s", "'re", "am");
  private static final Set<String> NEGATING = forms("refuse", "fail", "decline", "stop", "cease", "quit", "avoid", "halt", "end");
  private static final Set<String> PROMISING = forms("agree", "promise", "pledge", "vow", "offer", "commit", "undertake", "plan", "intend", "decide",
      "propose");
  private static final Set<String> PHASES = forms("begin", "start", "continue", "keep", "resume", "manage", "have", "need", "proceed", "move",
      "come", "go",
      "complete", "finish");
  private static final Set<String> LIGHT = Set.of("be", "have", "do", "make", "take", "get", "give", "let", "put", "go", "begin", "start",
      "continue", "keep",
      "first", "last", "all", "any", "some", "such", "same", "own", "other", "more", "most", "full", "now", "then", "soon", "again", "also",
      "finally", "still",
      "ago", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your", "it", "they", "them", "he", "she", "we", "us", "i",
      "you", "him",
      "who", "which", "what", "there", "one", "two", "three", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
      "yesterday", "tomorrow", "week", "month", "year", "day", "january", "february", "march", "april", "june", "july", "august", "september",
      "october", "november", "december", "to", "not", "never", "new", "very", "just", "only", "early", "late");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;
  private final ClauseActs acts;
  private final EventNouns nouns = EventNouns.standard();

  DeedReader(Document document, Phrases phrases, Clauses clauses, Speakers speakers, ClauseActs acts) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
    this.acts = acts;
  }

  static Set<String> forms(String... lemmas) {
    Set<String> forms = new HashSet<>();
    for (String lemma : lemmas) {
      forms.addAll(Verbs.forms(lemma));
    }
    return forms;
  }

  /** What the tokens from {@code from} to {@code to} ask for or say, be they a clause or a noun phrase; null where that is nothing. */
  Deed read(int from, int to) {
    VerbGroup verb = mainVerb(from, to);
    return verb != null ? of(verb, clauses.subject(verb), to) : nominal(from, to);
  }

  /** What a noun phrase asks for, or a noun with a gerund: "their withdrawal", "Finland leaving the island". */
  Deed readNoun(int from, int to) {
    VerbGroup verb = phrases.verbFrom(from, to);
    NounPhrase before = verb == null ? null : phrases.nounAt(verb.from() - 1);
    boolean gerund = verb != null && verb.gerund() && (verb.from() == from || before != null && before.from() == from);
    return gerund ? read(from, to) : nominal(from, to);
  }

  private VerbGroup mainVerb(int from, int to) {
    VerbGroup other = null;
    for (VerbGroup verb = phrases.verbFrom(from, to); verb != null; verb = phrases.verbFrom(verb.to(), to)) {
      Subject subject = clauses.subject(verb);
      NounPhrase before = phrases.nounAt(verb.from() - 1);
      boolean own = subject != null && subject.of() == Subject.Found.BESIDE && subject.from() >= from;
      boolean gerund = verb.gerund() && before != null && before.from() <= from + 1 && before.from() >= from;
      if (verb.finite() && (subject == null || subject.of() != Subject.Found.RELATIVE) && !reduced(verb) || own && !reduced(verb) || gerund
          || verb.from() == from) {
        return verb;
      }
      other = other == null && subject != null && subject.of() == Subject.Found.SHARED && verb.finite() ? verb : other;
    }
    return other;
  }

  /** "an offer made by Norway" has no verb of its own. */
  private boolean reduced(VerbGroup verb) {
    return !verb.auxiliary() && verb.form() == VerbGroup.Form.PAST && (clauses.subject(verb) == null || document.lower(verb.to()).equals("by"));
  }

  /** "the crew was freed" where the participle was taken for an adjective. */
  private VerbGroup whole(VerbGroup verb, int to) {
    int next = verb.to();
    boolean participle = BE.contains(document.lower(verb.main())) && next < to && document.token(next).pos() == Pos.ADJ
        && Verbs.participle(document.lower(next));
    return participle ? new VerbGroup(verb.from(), next + 1, next, verb.modal(), verb.negated(), true, verb.infinitive(), VerbGroup.Form.PAST, true)
        : verb;
  }

  /** What the verb says with its subject and what stands behind it, as far as {@code to}. */
  Deed of(VerbGroup outer, Subject subject, int to) {
    VerbGroup verb = whole(outer, to);
    boolean negated = verb.negated() || noneOf(subject) || BE.contains(document.lower(verb.main())) && document.lower(verb.to()).equals("no");
    boolean promised = false;
    for (VerbGroup next = governed(verb); next != null && next.to() <= to; next = governed(verb)) {
      String word = document.lower(verb.main());
      if (NEGATING.contains(word)) {
        negated = !negated;
      } else if (PROMISING.contains(word)) {
        promised = true;
      } else if (!PHASES.contains(word)) {
        break;
      }
      verb = next;
    }
    Act act = acts.act(verb);
    int end = Math.min(to, end(verb));
    Who doer = subject == null || verb.passive() ? null : actor(subject);
    int by = verb.passive() ? agent(verb, end) : -1;
    if (by >= 0) {
      doer = known(speakers.who(phrases.nounAt(by)));
    }
    NounPhrase before = phrases.nounAt(verb.from() - 1);
    if (doer == null && verb.gerund() && before != null && !verb.passive()) {
      doer = known(speakers.who(before));
    }
    Who target = target(verb.passive() && subject != null ? subject.from() : verb.to(), end, doer);
    boolean whole = subject != null && doer == null || verb.passive();
    int start = whole && subject != null ? Math.min(subject.from(), verb.from()) : verb.from();
    return deed(doer, act, target, negated, promised, BE.contains(document.lower(verb.main())) ? "be"
        : Stems.of(document.lower(verb.main())), start, end,
        verb);
  }

  /** The infinitive or gerund that the verb governs, a time between them or none: "refused on Monday to leave"; or null. */
  VerbGroup governed(VerbGroup verb) {
    int k = verb.to();
    for (int hops = 0; hops < 3 && phrases.verbAt(k) == null; hops++) {
      NounPhrase noun = phrases.nounAt(Set.of("on", "in", "last", "this").contains(document.lower(k)) ? k + 1 : k);
      if (noun == null || !phrases.temporal(noun)) {
        break;
      }
      k = noun.to();
    }
    VerbGroup next = phrases.verbAt(k);
    return next != null && next.from() == k && (next.infinitive() || next.gerund()) && document.sentenceAt(verb.main()).holds(k) ? next : null;
  }

  private boolean noneOf(Subject subject) {
    return subject != null && (document.lower(subject.from()).equals("no") || document.lower(subject.from()).equals("nobody"));
  }

  /** "the release of the crew", "Finland's withdrawal", "an apology from Norway". */
  private Deed nominal(int from, int to) {
    NounPhrase first = null;
    for (int i = from; i < to && first == null; i++) {
      first = phrases.nounAt(i);
    }
    if (first == null || first.head() >= to) {
      return null;
    }
    VerbGroup taken = mistaken(from, to);
    if (taken != null) {
      return of(taken, new Subject(from, taken.from(), List.of(new NounPhrase(from, taken.from(), taken.from() - 1)), Subject.Found.BESIDE), to);
    }
    String noun = document.lower(first.head());
    Who doer = first.head() > Math.max(first.from(), from) ? whoIn(Math.max(first.from(), from), first.head()) : null;
    for (int i = first.to(); i < to - 1 && doer == null; i++) {
      boolean from1 = document.lower(i).equals("by") || document.lower(i).equals("from") && nouns.isOne(noun) && nouns.act(noun) != Act.RETREAT;
      doer = from1 && phrases.nounAt(i + 1) != null ? known(speakers.who(phrases.nounAt(i + 1))) : null;
    }
    Who target = target(first.to(), to, doer);
    return deed(doer, nouns.act(noun), target, document.lower(from).equals("no"), false, Stems.of(noun), first.from(), to, null);
  }

  /** "Finland free the crew", "Finland to free the crew": a verb that was taken for an adjective or a noun behind a name. */
  private VerbGroup mistaken(int from, int to) {
    Cast.Named named = speakers.first(from, Math.min(from + 2, to));
    int at = named == null || named.from() != from ? to : document.lower(named.to()).equals("to") ? named.to() + 1 : named.to();
    boolean verb = at < to - 1 && document.token(at).word() && (!ActLexicon.standard().patterns(document.lower(at)).isEmpty() || at > named.to())
        && !document.token(at - 1).possessive() && Character.isLowerCase(document.token(at).text().codePointAt(0));
    return verb ? new VerbGroup(named.to(), at + 1, at, null, false, false, false, VerbGroup.Form.PRESENT, false) : null;
  }

  private Deed deed(Who doer, Act act, Who target, boolean negated, boolean promised, String verb, int from, int to, VerbGroup group) {
    Set<String> words = new TreeSet<>();
    for (int i = from; i < to && words.size() < MOST_WORDS; i++) {
      Token token = document.token(i);
      boolean counts = token.word() && (token.pos() == Pos.NOUN || token.pos() == Pos.PROPN || token.pos() == Pos.VERB || token.pos() == Pos.ADJ
          || token.pos() == Pos.NUM) && !LIGHT.contains(token.lower());
      if (counts && whoIn(i, i + 1) == null && !(group != null && i == group.main())) {
        words.add(Stems.of(token.lower()));
      }
    }
    words.remove(verb);
    return new Deed(doer == null ? null : doer.name(), doer == null ? null : doer.id(), act, target == null ? null : target.name(),
        target == null ? null : target.id(), negated, promised, verb, List.copyOf(words));
  }

  private Who whoIn(int from, int to) {
    Cast.Named named = speakers.first(from, to);
    return named == null || named.from() >= to ? null : named.who();
  }

  private Who target(int from, int to, Who doer) {
    for (int i = from; i < to; i++) {
      Who who = whoIn(i, i + 1);
      if (who != null && !who.same(doer)) {
        return who;
      }
    }
    return null;
  }

  private int agent(VerbGroup verb, int end) {
    for (int k = verb.to(); k < end - 1; k++) {
      if (document.lower(k).equals("by") && phrases.nounAt(k + 1) != null) {
        return k + 1;
      }
    }
    return -1;
  }

  /** Whom the subject means; the country of "Finland's parliament" where the parliament has no name. */
  private Who actor(Subject subject) {
    Who who = known(speakers.who(subject));
    NounPhrase head = subject.head();
    String noun = document.lower(head.head());
    boolean of = who == null && (NameWords.isOne("body", noun) || NameWords.isOne("person", noun) || NameWords.isOne("people", noun))
        && head.from() < head.head();
    return of ? whoIn(head.from(), head.head()) : who;
  }

  private static Who known(Who who) {
    return who.named() ? who : who.kind() == SpeakerKind.UNKNOWN ? null : who.actor() == null ? null : who;
  }

  private boolean reports(int from, int to) {
    for (int i = from; i < to && !document.lower(i).equals(","); i++) {
      if (Verbs.reporting(document.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** Where what the verb says ends: its clause. */
  private int end(VerbGroup verb) {
    int last = document.sentenceAt(verb.main()).to();
    for (int i = verb.to(); i < last; i++) {
      String word = document.lower(i);
      boolean mark = word.equals(";") || word.equals("\u2014") || word.equals(":");
      boolean said = word.equals(",") && reports(i + 1, last);
      boolean clause = said || word.equals(",") && i > verb.to() && (phrases.verbFrom(i, Math.min(last, i + 5)) != null
          || document.lower(i + 1).equals("but"));
      if (mark || clause || Set.of("if", "unless", "until", "before", "because", "although", "while", "who", "which", "after", "since", "when",
          "despite", "amid")
          .contains(word) && i > verb.to()
          || document.quoteIndex(i) != document.quoteIndex(verb.main()) && !document.token(i).word()) {
        return i;
      }
    }
    return last;
  }
}
