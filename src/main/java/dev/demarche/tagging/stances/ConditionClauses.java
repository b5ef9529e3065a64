package dev.demarche.tagging.stances;

import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Quote;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
import java.util.Set;

/** Where the clauses around a marker of a condition begin and end. What a report holds is not mixed with what stands outside. Used by one thread. */
final class ConditionClauses {
  private static final int LONGEST_SUBJECT = 15;
  private static final int LONGEST_ASIDE = 12;
  private static final Set<String> RELATIVES = Set.of("who", "which", "whose", "whom", "where", "when");
  private static final Set<String> ADVERBIAL = Set.of("because", "after", "since", "while", "when", "as", "although", "though", "where");
  private static final Set<String> JOINING = Set.of("that", "who", "which", "and", "or", "because", "what", "how", "than", "as", "to", "of", "for");
  private static final Set<String> BELIEFS = Set.of("believed", "believe", "believes", "think", "thinks", "thought", "said", "says", "hope", "hopes",
      "hoped", "warned", "argued", "insisted", "added", "knows", "felt");
  private static final Set<String> NARROWING = Set.of("especially", "particularly", "only", "even", "just");
  private static final Set<String> BREAKS = Set.of("but", "while", "although", "though", "whereas", "yet");

  /** A range of tokens. */
  record Range(int from, int to) {
    boolean empty() {
      return to <= from;
    }
  }

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;

  ConditionClauses(Document document, Phrases phrases, Clauses clauses, Speakers speakers) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
  }

  /** The part of the sentence that the same one answers for as for the token: a piece of a report, a quotation, or all of it. */
  Range region(int token) {
    Sentence sentence = document.sentenceAt(token);
    Attributed within = speakers.holding(token);
    if (within != null) {
      for (Piece piece : within.report().pieces()) {
        if (piece.from() <= token && token < piece.to()) {
          return new Range(Math.max(piece.from(), sentence.from()), Math.min(piece.to(), sentence.to()));
        }
      }
    }
    Quote quote = document.quoteAt(token);
    return quote == null || token == quote.open() ? new Range(sentence.from(), sentence.to())
        : new Range(Math.max(quote.open() + 1, sentence.from()), Math.min(quote.behind(), sentence.to()));
  }

  /** The next piece of the same report in the sentence, as far as the sentence goes, or null. */
  Range nextPiece(int token) {
    Sentence sentence = document.sentenceAt(token);
    Attributed within = speakers.holding(token);
    if (within != null) {
      for (Piece piece : within.report().pieces()) {
        if (piece.from() > token && sentence.holds(piece.from())) {
          return new Range(piece.from(), Math.min(piece.to(), sentence.to()));
        }
      }
    }
    return null;
  }

  /** The last verb before the token that the same one answers for, or null. */
  VerbGroup verbBefore(int token) {
    VerbGroup verb = phrases.verbBefore(token);
    Attributed within = speakers.holding(token);
    if (within == null) {
      Range region = region(token);
      return verb == null || verb.from() < region.from() ? null : verb;
    }
    while (verb != null && verb.main() > within.report().from() && !within.report().holds(verb.main())) {
      verb = phrases.verbBefore(verb.from());
    }
    return verb == null || verb.main() < within.report().from() ? null : verb;
  }

  /** The verb of the clause in which {@code verb} stands, where that is an infinitive, a relative or adverbial clause. */
  VerbGroup main(VerbGroup verb, int token) {
    VerbGroup at = verb;
    while (at != null) {
      Subject subject = clauses.subject(at);
      boolean hangs = at.infinitive() || at.gerund() || subject != null && (subject.of() == Subject.Found.RELATIVE || adverbial(subject))
          || subject == null && !at.auxiliary() && at.form() == VerbGroup.Form.PAST || governed(at);
      VerbGroup before = hangs ? verbBefore(at.from()) : null;
      if (before == null || speakers.holding(before.main()) != speakers.holding(token)) {
        return at;
      }
      at = before;
    }
    return verb;
  }

  /** "talk about pay": behind a preposition stands no verb of a clause. */
  private boolean governed(VerbGroup verb) {
    return !verb.auxiliary() && !verb.infinitive() && verb.form() == VerbGroup.Form.PRESENT && verb.from() > 0
        && document.token(verb.from() - 1).pos() == Pos.ADP;
  }

  /** Whether the clause of the verb hangs on another one: "when you look at it". */
  boolean adverbial(VerbGroup verb) {
    Subject subject = verb == null ? null : clauses.subject(verb);
    return subject != null && adverbial(subject);
  }

  private boolean adverbial(Subject subject) {
    return subject.of() == Subject.Found.BESIDE && subject.from() > 0 && ADVERBIAL.contains(document.lower(subject.from() - 1));
  }

  /** Where the clause of a main verb starts: its subject's, or that of the verb whose subject and modal it shares. */
  int start(VerbGroup main) {
    Subject subject = clauses.subject(main);
    Sentence sentence = document.sentenceAt(main.from());
    if (subject == null || subject.from() >= main.from() || !sentence.holds(subject.from())
        || speakers.holding(subject.from()) != speakers.holding(main.main())) {
      return inverted(main) ? main.from() - 1 : main.from();
    }
    VerbGroup owner = phrases.verbBefore(main.from());
    boolean sharesModal = subject.of() == Subject.Found.SHARED && main.modal() == null && main.form() == VerbGroup.Form.PRESENT
        && owner != null && owner.modal() != null;
    return subject.of() == Subject.Found.BESIDE || sharesModal ? subject.from() : main.from();
  }

  /** {@link #start}, or where the verb is the first of its region, the region's: "the warrants issued for him and two others could be lifted". */
  int wholeStart(VerbGroup main, Range region) {
    int start = start(main);
    int first = opening(region.from(), start);
    while (first < start && (document.lower(first).equals("that") || document.token(first).pos() == Pos.CCONJ || !document.token(first).word())) {
      first++;
    }
    for (int k = first; k < start; k++) {
      VerbGroup verb = phrases.verbAt(k);
      boolean other = verb != null && (verb.auxiliary() || verb.form() != VerbGroup.Form.PAST || Verbs.reporting(document.lower(verb.main())));
      if (other || !document.token(k).word()) {
        return start;
      }
    }
    boolean noun = first < start && phrases.nounAt(first) != null && phrases.verbFrom(first, start) != null;
    return noun && start - first < LONGEST_SUBJECT ? first : start;
  }

  private boolean inverted(VerbGroup main) {
    return document.lower(main.from() - 1).equals("there");
  }

  /** {@code from}, or what stands behind an aside there and marks of quotation: "unless, as an aide put it, the boat comes first". */
  int behindAside(int from, int to) {
    int close = document.lower(from).equals(",") ? next(",", from + 1, to) : to;
    int start = close < to - 1 && close - from < LONGEST_ASIDE ? close + 1 : from;
    while (start < to - 1 && !document.token(start).word()) {
      start++;
    }
    return start;
  }

  /** Index of the first comma, semicolon or dash that ends the clause starting at {@code from}, or {@code to}. */
  int clauseEnd(int from, int to, boolean noun) {
    boolean verb = noun;
    for (int k = from; k < to; k++) {
      String text = document.token(k).text();
      verb |= phrases.verbAt(k) != null;
      if (text.equals(";") || text.equals("\u2014") || text.equals(":")) {
        return k;
      }
      if (text.equals(",") && RELATIVES.contains(document.lower(k + 1)) && next(",", k + 1, to) < to) {
        k = next(",", k + 1, to);
      } else if (text.equals(",") && verb && k > from) {
        return k;
      }
    }
    return to;
  }

  private int next(String mark, int from, int to) {
    int k = from;
    while (k < to && !document.lower(k).equals(mark)) {
      k++;
    }
    return k;
  }

  /** Index of the comma in front of the main clause that follows the clause or noun starting at {@code from}, or -1. */
  int commaBeforeMain(int from, int to, boolean noun) {
    boolean verb = false;
    for (int k = from; k < to - 1; k++) {
      verb |= phrases.verbAt(k) != null;
      boolean comma = document.lower(k).equals(",");
      if (comma && RELATIVES.contains(document.lower(k + 1)) && next(",", k + 1, to) < to - 1) {
        k = next(",", k + 1, to) - (verb ? 1 : 0);
      } else if (comma && (verb || noun) && k > from && mainAt(k + 1, to)) {
        return k;
      }
    }
    return noun ? -1 : commaBeforeMain(from, to, true);
  }

  private boolean mainAt(int from, int to) {
    int start = opening(from, to);
    boolean numbers = start > 1 && start < to && document.token(start).pos() == Pos.NUM && document.token(start - 2).pos() == Pos.NUM;
    if (start >= to || numbers || RELATIVES.contains(document.lower(start)) || document.token(start).pos() == Pos.CCONJ) {
      return false;
    }
    for (VerbGroup verb = phrases.verbFrom(start, to); verb != null; verb = phrases.verbFrom(verb.to(), to)) {
      if (verb.finite()) {
        Subject subject = clauses.subject(verb);
        return verb.from() == start || subject != null && subject.heads().get(subject.heads().size() - 1).from() >= start
            || document.lower(start).equals("there")
            || phrases.nounAt(start) != null && phrases.nounAt(start).to() == verb.from();
      }
    }
    return document.lower(start).equals("no");
  }

  /** The first token from {@code from} on that is no mark and no "then". */
  int opening(int from, int to) {
    int start = from;
    while (start < to && (document.lower(start).equals("then") || !document.token(start).word())) {
      start++;
    }
    return start;
  }

  /**
   * Where the main clause starts that follows the clause at {@code from} without a comma: "only if they pay will we sign", "if he wins he will
   * resign"; -1 where none does.
   */
  int mainWithoutComma(int from, int to) {
    VerbGroup first = phrases.verbFrom(from, to);
    for (VerbGroup verb = first == null ? null : phrases.verbFrom(first.to(), to); verb != null; verb = phrases.verbFrom(verb.to(), to)) {
      NounPhrase behind = phrases.nounAt(verb.to());
      if ((verb.modal() != null || verb.auxiliary()) && behind != null && behind.from() == verb.to() && phrases.verbFrom(verb.to(), to) != null
          && !document.token(verb.from() - 1).lower().equals("that") && clauses.subject(verb) == null) {
        return verb.from();
      }
      Subject subject = verb.modal() == null ? null : clauses.subject(verb);
      boolean apart = subject != null && subject.of() == Subject.Found.BESIDE && subject.from() >= first.to()
          && phrases.verbAt(subject.from() - 1) == null
          && document.token(subject.from() - 1).word() && !JOINING.contains(document.lower(subject.from() - 1));
      if (apart && document.token(subject.head().head()).pos() == Pos.PRON) {
        return subject.from();
      }
    }
    return -1;
  }

  /** Whether the token is a verb of saying or believing, behind which a clause may start without "that". */
  boolean believes(int token) {
    VerbGroup verb = phrases.verbAt(token);
    return verb != null && verb.to() == token + 1 && BELIEFS.contains(document.lower(token));
  }

  /** The main verb of the clause that starts at {@code from}, or null: not one of a relative clause or a participle in its subject. */
  VerbGroup mainFrom(int from, int to) {
    VerbGroup first = phrases.verbFrom(from, to);
    for (VerbGroup verb = first; verb != null; verb = phrases.verbFrom(verb.to(), to)) {
      Subject subject = clauses.subject(verb);
      if (verb.finite() && (verb.from() == from || subject != null && subject.of() != Subject.Found.RELATIVE)) {
        return verb;
      }
    }
    return first;
  }

  /** The end of the consequence that starts at {@code from}: before a clause that says something else. */
  int consequenceEnd(int from, int to) {
    for (int k = from + 1; k < to; k++) {
      if (document.token(k).text().equals(";") || document.lower(k - 1).equals(",") && BREAKS.contains(document.lower(k))) {
        return trimmed(from, k);
      }
    }
    return trimmed(from, to);
  }

  /** {@code to}, less the marks and joining words that end the range. */
  int trimmed(int from, int to) {
    int end = to;
    while (end > from + 1 && (!document.token(end - 1).word() || NARROWING.contains(document.lower(end - 1))
        || document.token(end - 1).pos() == Pos.CCONJ)) {
      end--;
    }
    return end;
  }
}
