package dev.demarche.tagging.stances;

import dev.demarche.tagging.stances.ConditionMarker.Kind;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
import java.util.List;
import java.util.Set;

/** Tells the words that make a condition from those that only look like it: "asked if", "until Thursday", "once a week". Used by one thread. */
final class ConditionMarkers {
  private static final Set<String> ASKING = Set.of("ask", "asked", "asks", "asking", "wonder", "wondered", "wonders", "wondering", "see", "know",
      "knows", "knew", "known", "unclear", "unsure", "sure", "determine", "determining", "decide", "deciding", "unknown", "as", "even", "what",
      "doubt", "doubts", "doubted", "question", "questions", "tell", "check", "checking", "say", "clear", "certain", "examine", "examining",
      "seen", "remember", "matter", "care", "cares", "assess", "assessing", "inquire", "inquired", "enquired", "test", "learn", "explain", "than");
  private static final Set<String> ASKS = Set.of("ask", "asked", "asks", "asking", "tell", "wonder", "wondered", "quizzed", "pressed");
  private static final Set<String> SHORT = Set.of("not", "anything", "possible", "necessary", "needed", "ever", "so", "only", "at", "true",
      "required", "applicable", "asked");
  private static final Set<List<String>> ASIDES = Set.of(List.of("you", "look"), List.of("you", "ask"), List.of("you", "think"), List.of("i",
      "remember"),
      List.of("i", "recall"), List.of("memory", "serves"), List.of("you", "consider"), List.of("i", "understand"));
  private static final Set<List<String>> SHORT_ASIDES = Set.of(List.of("you", "will"), List.of("you", "like"), List.of("you", "please"), List.of("i",
      "may"),
      List.of("you", "know"));
  private static final Set<String> UNITS = Set.of("minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
      "decade",
      "decades", "moments", "shortly", "just", "soon", "right", "immediately");
  private static final Set<String> ONCE = Set.of("at", "all", "than", "for", "just", "was", "were", "had", "has", "have", "is");
  private static final Set<String> APPROVALS = Set.of("approval", "approvals", "ratification", "consent", "confirmation", "agreement", "review",
      "condition", "conditions", "verification", "progress", "vote", "authorization", "authorisation", "clearance", "compliance", "acceptance",
      "endorsement", "guarantees", "negotiation", "negotiations", "availability", "outcome", "completion", "scrutiny", "veto", "permission");

  private static final Set<String> WOES = Set.of("face", "risk");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final EventNouns events = EventNouns.standard();

  ConditionMarkers(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  /** The marker whose key word stands at {@code i}, or null. */
  ConditionMarker at(int i, Sentence sentence) {
    String last = sentence.holds(i - 1) ? document.lower(i - 1) : "";
    String next = sentence.holds(i + 1) ? document.lower(i + 1) : "";
    return switch (document.lower(i)) {
      case "if" -> supposing(i, last, next, sentence);
      case "unless" -> new ConditionMarker(Kind.SUPPOSED, i, i + 1, 0.85);
      case "or" -> WOES.contains(next) ? new ConditionMarker(Kind.ULTIMATUM, i, i + 1, 0.65) : null;
      case "until" -> !last.equals("up") && clauseBehind(i + 1, sentence) ? new ConditionMarker(Kind.AWAITED, i, i + 1, 0.75) : null;
      case "before" -> UNITS.contains(last) || last.equals("ever") || last.equals("since") || last.equals("long")
          || !document.lower(i + 1).matches("\\w.*") ? null : new ConditionMarker(Kind.BEFORE, i, i + 1, 0.7);
      case "when", "after" -> last.equals("only") ? new ConditionMarker(Kind.AWAITED, i - 1, i + 1, 0.7) : null;
      case "once" -> once(i, last, sentence);
      case "moment", "minute" -> last.equals("the") && clauseBehind(i + 1, sentence) ? new ConditionMarker(Kind.AWAITED, i - 1, i + 1, 0.65) : null;
      case "soon" -> last.equals("as") && next.equals("as") && clauseBehind(i + 2, sentence) ? new ConditionMarker(Kind.AWAITED, i - 1, i + 2, 0.65)
          : null;
      case "understanding" -> last.equals("the") && document.lower(i - 2).equals("on") && next.equals("that")
          ? new ConditionMarker(Kind.SUPPOSED, i - 2, i + 2, 0.75) : null;
      case "assuming" -> clauseBehind(next.equals("that") ? i + 2 : i + 1, sentence)
          ? new ConditionMarker(Kind.SUPPOSED, i, next.equals("that") ? i + 2 : i + 1, 0.65) : null;
      case "barring" -> phrases.nounAt(i + 1) != null && sentence.holds(i + 1) ? new ConditionMarker(Kind.EXCHANGED, i, i + 1, 0.6) : null;
      case "provided", "providing" -> provided(i, next, sentence);
      case "long" -> asLong(i, last, next, sentence);
      case "condition" -> onCondition(i, last, next, sentence);
      case "should" -> inverted(i, i + 1, last, sentence);
      case "were" -> inverted(i, i + 1, last, sentence);
      case "case", "event" -> inCase(i, last, next, sentence);
      case "exchange", "return" -> last.equals("in") && next.equals("for") ? new ConditionMarker(Kind.EXCHANGED, i - 1, i + 2, 0.75) : null;
      case "contingent", "conditional", "conditioned", "predicated" -> on(next) ? dependence(i, sentence) : null;
      case "hinge", "hinges", "hinged", "hinging" -> on(next) ? dependence(i, sentence) : null;
      case "dependent", "depend", "depends", "depended" -> on(next) && eventful(i, sentence) ? dependence(i, sentence) : null;
      case "subject" -> next.equals("to") && nounIn(i + 2, APPROVALS) ? dependence(i, sentence) : null;
      case "without" -> without(i, sentence);
      default -> null;
    };
  }

  private ConditionMarker supposing(int i, String last, String next, Sentence sentence) {
    boolean andWhen = next.equals("and") && document.lower(i + 2).equals("when");
    boolean asked = ASKING.contains(last) && !andWhen || askedBefore(i, sentence);
    boolean bare = last.equals(",") && sentence.holds(i + 1) && (document.token(i + 1).pos() == Pos.ADV || document.token(i + 1).pos() == Pos.ADJ)
        && !verbBeforeComma(i + 1, sentence) && !Verbs.participle(next);
    boolean few = next.equals("any") && phrases.nounAt(i + 1) != null && phrases.nounAt(i + 1).to() == i + 2;
    if (asked || few || bare || SHORT.contains(next) || ASIDES.contains(List.of(next, document.lower(i + 2)))
        || SHORT_ASIDES.contains(List.of(next, document.lower(i + 2))) && !document.lower(i + 3).matches("\\w.*")) {
      return null;
    }
    return new ConditionMarker(Kind.SUPPOSED, last.equals("only") ? i - 1 : i, andWhen ? i + 3 : i + 1, 0.8);
  }

  private boolean verbBeforeComma(int from, Sentence sentence) {
    for (int k = from; k < sentence.to() && !document.lower(k).equals(","); k++) {
      if (phrases.verbAt(k) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether the verb asks something, so that "if" behind it tells what. */
  boolean asks(VerbGroup verb) {
    return verb != null && ASKS.contains(document.lower(verb.main()));
  }

  /** "asked reporters if", "asked repeatedly if". */
  private boolean askedBefore(int i, Sentence sentence) {
    NounPhrase noun = phrases.nounAt(i - 1);
    int before = noun != null ? noun.from() - 1 : i - 2;
    return sentence.holds(before) && ASKS.contains(document.lower(before));
  }

  private ConditionMarker once(int i, String last, Sentence sentence) {
    boolean clause = !ONCE.contains(last) && phrases.nounAt(i + 1) != null && clauseBehind(i + 1, sentence);
    return clause ? new ConditionMarker(Kind.AWAITED, last.equals("only") ? i - 1 : i, i + 1, 0.65) : null;
  }

  private ConditionMarker provided(int i, String next, Sentence sentence) {
    boolean that = next.equals("that");
    VerbGroup group = phrases.verbAt(i);
    boolean verb = group != null && (group.auxiliary() || group.infinitive()) && group.main() == i;
    int from = that ? i + 2 : i + 1;
    return !verb && clauseBehind(from, sentence) ? new ConditionMarker(Kind.SUPPOSED, i, from, 0.8) : null;
  }

  private ConditionMarker asLong(int i, String last, String next, Sentence sentence) {
    boolean measure = Set.of("for", "twice", "times", "half", "almost", "nearly", "about", "is", "was").contains(document.lower(i - 2));
    boolean marks = (last.equals("as") || last.equals("so")) && next.equals("as") && !measure && clauseBehind(i + 2, sentence);
    return marks ? new ConditionMarker(Kind.SUPPOSED, i - 1, i + 2, 0.75) : null;
  }

  /** "on condition that he not be named" tells of a source, not of a condition. */
  private ConditionMarker onCondition(int i, String last, String next, Sentence sentence) {
    int from = last.equals("on") ? i - 1 : last.equals("the") && document.lower(i - 2).equals("on") ? i - 2 : -1;
    if (from < 0 || !next.equals("that")) {
      return null;
    }
    for (int k = i + 2; k < Math.min(sentence.to(), i + 12); k++) {
      if (Set.of("named", "identified", "quoted", "name", "names", "identity", "anonymity", "anonymous").contains(document.lower(k))) {
        return null;
      }
    }
    return new ConditionMarker(Kind.SUPPOSED, from, i + 2, 0.8);
  }

  /** "should Finland attack", "were Finland to attack". */
  private ConditionMarker inverted(int i, int from, String last, Sentence sentence) {
    NounPhrase noun = phrases.nounAt(from);
    if (noun == null || noun.from() != from) {
      return null;
    }
    VerbGroup verb = phrases.verbFrom(noun.to(), sentence.to());
    boolean were = document.lower(i).equals("were");
    boolean fits = verb != null && verb.form() == VerbGroup.Form.PRESENT && verb.infinitive() == were && verb.modal() == null
        && (!were || verb.from() == noun.to());
    boolean question = document.lower(sentence.to() - 1).equals("?") || last.equals("why") || last.equals("what") || last.equals("how");
    return fits && !question && !last.equals("there") ? new ConditionMarker(Kind.SUPPOSED, i, from, 0.7) : null;
  }

  private ConditionMarker inCase(int i, String last, String next, Sentence sentence) {
    boolean the = last.equals("the") && document.lower(i - 2).equals("in");
    int from = last.equals("in") ? i - 1 : the ? i - 2 : -1;
    boolean event = document.lower(i).equals("event");
    if (from < 0 || event != the || document.lower(from - 1).equals("just")) {
      return null;
    }
    if (next.equals("of")) {
      return new ConditionMarker(Kind.EXCHANGED, from, i + 2, 0.7);
    }
    int behind = next.equals("that") ? i + 2 : i + 1;
    return (!event || next.equals("that")) && clauseBehind(behind, sentence) ? new ConditionMarker(Kind.SUPPOSED, from, behind, 0.7) : null;
  }

  private static boolean on(String next) {
    return next.equals("on") || next.equals("upon");
  }

  private ConditionMarker dependence(int i, Sentence sentence) {
    for (int k = sentence.from(); k < i; k++) {
      if (Set.of("whether", "unclear", "if").contains(document.lower(k))) {
        return null;
      }
    }
    return new ConditionMarker(Kind.DEPENDENCE, i, i + 2, 0.7);
  }

  /** "the truce depends on their withdrawal" makes a condition; "the town depends on tourism" does not. */
  private boolean eventful(int i, Sentence sentence) {
    int from = i + 2;
    if (Set.of("whom", "who", "where", "when", "what", "which").contains(document.lower(from))) {
      return false;
    }
    if (Set.of("whether", "how", "if").contains(document.lower(from))) {
      return true;
    }
    VerbGroup verb = phrases.verbAt(i) != null ? phrases.verbAt(i) : phrases.verbBefore(i);
    Subject subject = verb == null ? null : clauses.subject(verb);
    boolean depending = subject != null && events.isOne(document.lower(subject.head().head()));
    for (int k = from; k < sentence.to() && document.token(k).word(); k++) {
      boolean gerund = phrases.verbAt(k) != null && phrases.verbAt(k).gerund();
      NounPhrase noun = phrases.nounAt(k);
      if (gerund || noun != null && events.isOne(document.lower(noun.head()))) {
        return true;
      }
    }
    return depending;
  }

  private boolean nounIn(int token, Set<String> nouns) {
    NounPhrase noun = phrases.nounAt(token);
    return noun != null && nouns.contains(document.lower(noun.head()));
  }

  private ConditionMarker without(int i, Sentence sentence) {
    NounPhrase noun = sentence.holds(i + 1) ? phrases.nounAt(i + 1) : null;
    boolean none = false;
    for (int k = sentence.from(); k < sentence.to(); k++) {
      none |= document.lower(k).equals("no") && !document.lower(k + 1).equals("longer") || document.lower(k).equals("impossible");
    }
    boolean event = noun != null && (events.isOne(document.lower(noun.head())) || none);
    return event && !document.lower(i + 1).equals("any") ? new ConditionMarker(Kind.WITHOUT, i, i + 1, 0.65) : null;
  }

  /** Whether a clause with a subject of its own starts at {@code from}: "until Finland pays", not "until Thursday". */
  boolean clauseBehind(int from, Sentence sentence) {
    int start = from;
    while (sentence.holds(start) && Set.of("after", "then", "both", "at", "least", "either").contains(document.lower(start))) {
      start++;
    }
    for (int k = start; k < sentence.to() && k - start < 25; k++) {
      VerbGroup verb = phrases.verbAt(k);
      if (verb != null && verb.from() == k && k > start && verb.finite()) {
        Subject subject = clauses.subject(verb);
        if (subject != null && subject.of() == Subject.Found.BESIDE && subject.from() >= start && subject.from() - start < 3
            && !phrases.temporal(subject.head())) {
          return true;
        }
      }
    }
    return document.lower(start).equals("there");
  }
}
