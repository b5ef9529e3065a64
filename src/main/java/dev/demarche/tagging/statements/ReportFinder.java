package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.CueLexicon.Way;
import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Quote;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.Token;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds what an article reports as said, written or thought: cue verbs before, behind and amid quotations, that-clauses and bare clauses,
 * "according to", attitudes, and quotations that go on without a new cue. Used by one thread.
 */
public final class ReportFinder {
  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final ContentStart start;
  private final ContentEnd end;
  private final CueLexicon cues = CueLexicon.standard();

  public ReportFinder(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.start = new ContentStart(document, phrases);
    this.end = new ContentEnd(document, phrases);
  }

  /** The reports, in order of their first token. */
  public List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    for (VerbGroup verb : phrases.verbs()) {
      Report report = ofVerb(verb);
      if (report != null) {
        reports.add(report);
      }
    }
    for (Sentence sentence : document.sentences()) {
      for (int i = sentence.from(); i + 1 < sentence.to(); i++) {
        Report report = document.lower(i).equals("according") && document.lower(i + 1).equals("to") ? accordingTo(i, sentence) : ofNoun(i);
        if (report != null) {
          reports.add(report);
        }
      }
    }
    reports.sort(Comparator.comparingInt((Report r) -> Math.min(r.from(), r.cueFrom() < 0 ? r.from() : r.cueFrom())));
    return new Continuations(document, phrases, clauses).applied(distinct(reports));
  }

  /** Of two reports with the same content the first stays: it has the nearer cue. */
  private List<Report> distinct(List<Report> reports) {
    List<Report> kept = new ArrayList<>();
    java.util.Map<Piece, Report> byFirst = new java.util.HashMap<>();
    for (Report report : reports) {
      Report other = byFirst.putIfAbsent(report.pieces().get(0), report);
      if (other == null) {
        kept.add(report);
      }
    }
    return kept;
  }

  private Report ofVerb(VerbGroup verb) {
    String word = document.lower(verb.main());
    Set<Way> ways = cues.verb(word);
    if (ways.isEmpty()) {
      return document.token(verb.main()).pos() == Pos.AUX ? ofAdjective(verb) : ofExpression(verb);
    }
    Report before = ways.contains(Way.QUOTE) || ways.contains(Way.BARE) ? contentBefore(verb, ways) : null;
    if (before != null) {
      return before;
    }
    int from = start.of(verb, ways);
    if (from < 0) {
      return ways.contains(Way.BARE) || ways.contains(Way.QUOTE) ? clauseBefore(verb) : null;
    }
    Subject subject = verb.passive() ? null : clauses.subject(verb);
    if (subject == null && !verb.passive() && verb.from() == document.sentenceAt(verb.from()).from()) {
      return null;
    }
    return report(subject, verb.from(), verb.to(), from, verb, ways.contains(Way.ATTITUDE) ? 0.7 : 0.85, ways.contains(Way.ATTITUDE));
  }

  private Report report(Subject subject, int cueFrom, int cueTo, int from, VerbGroup verb, double confidence, boolean attitude) {
    Quote quote = document.quoteAt(from);
    if (quote != null && quote.open() == from && closesSentence(quote)) {
      return quote.size() == 0 ? null
          : new Report(subject, cueFrom, cueTo, List.of(new Piece(quote.from(), quote.to())), attitude, confidence);
    }
    int stop = end.of(from, verb);
    return stop <= from ? null : new Report(subject, cueFrom, cueTo, List.of(new Piece(from, stop)), attitude, confidence);
  }

  private boolean closesSentence(Quote quote) {
    return quote.behind() >= document.sentenceAt(quote.open()).to() || !document.token(quote.behind()).word()
        && !document.lower(quote.behind()).equals(",") && document.quoteIndex(quote.behind()) < 0;
  }

  /** A quotation before its cue: "...", he said; "...", said the minister. What the quotation's sentence says before it belongs to it. */
  private Report contentBefore(VerbGroup verb, Set<Way> ways) {
    Subject subject = speakerBeside(verb);
    if (subject == null) {
      return null;
    }
    int before = Math.min(subject.from(), verb.from()) - 1;
    int close = document.lower(before).equals(",") ? before - 1 : before;
    Quote quote = document.quoteAt(close);
    if (quote == null || quote.close() != close || !quote.closed() || document.quoteIndex(verb.main()) >= 0
        || quote.paragraph() != document.sentenceAt(verb.main()).paragraph() || !ways.contains(Way.QUOTE) || quote.size() < 1) {
      return null;
    }
    Sentence sentence = document.sentenceAt(quote.open());
    boolean midway = quote.open() > sentence.from() && document.token(quote.open() - 1).word() && sentence.holds(verb.main());
    List<Piece> pieces = new ArrayList<>();
    pieces.add(midway ? new Piece(sentence.from(), quote.behind()) : new Piece(quote.from(), quote.to()));
    int behind = Math.max(subject.to(), verb.to());
    int rest = restBehind(behind, document.sentenceAt(verb.main()));
    if (rest > 0) {
      Quote next = document.quoteAt(rest);
      int stop = next != null && next.open() == rest && closesSentence(next) ? next.to() : end.of(rest, verb);
      int from = next != null && next.open() == rest && stop == next.to() ? next.from() : rest;
      if (stop > from) {
        pieces.add(new Piece(from, stop));
      }
    }
    return new Report(subject, verb.from(), verb.to(), pieces, false, 0.95);
  }

  /** Where the quotation goes on behind ", he said,": the index of its opening mark or of the clause, or -1. */
  private int restBehind(int from, Sentence sentence) {
    for (int k = from; k < sentence.to() - 1 && k - from < 20; k++) {
      String word = document.lower(k);
      if (word.equals(",") || word.equals(":") || word.equals(".")) {
        Quote quote = document.quoteAt(k + 1);
        return quote != null && quote.open() == k + 1 ? k + 1 : document.lower(k + 1).equals("adding") ? -1 : restBehind(k + 1, sentence);
      }
    }
    return -1;
  }

  /** A clause before its cue: "Talks will go on, he said." */
  private Report clauseBefore(VerbGroup verb) {
    Subject subject = speakerBeside(verb);
    if (subject == null || verb.infinitive() || verb.gerund() || verb.negated()) {
      return null;
    }
    Sentence sentence = document.sentenceAt(verb.main());
    int comma = Math.min(subject.from(), verb.from()) - 1;
    int behind = Math.max(subject.to(), verb.to());
    if (comma <= sentence.from() || !document.lower(comma).equals(",") || document.quoteIndex(verb.main()) >= 0) {
      return null;
    }
    if (behind < sentence.to() && document.token(behind).word() && document.token(behind).pos() != Pos.ADP && phrases.nounAt(behind) == null
        && document.token(behind).pos() != Pos.ADV) {
      return null;
    }
    boolean amid = behind < sentence.to() - 2 && document.lower(behind).equals(",");
    if (phrases.verbFrom(sentence.from(), comma) == null && !(amid && phrases.verbFrom(behind, sentence.to()) != null)) {
      return null;
    }
    List<Piece> pieces = new ArrayList<>(List.of(new Piece(sentence.from(), end.trimmed(sentence.from(), comma))));
    if (amid && document.token(behind + 1).pos() != Pos.CCONJ) {
      int stop = end.of(behind + 1, verb);
      if (stop > behind + 1) {
        pieces.add(new Piece(behind + 1, stop));
      }
    }
    return new Report(subject, verb.from(), verb.to(), pieces, false, 0.75);
  }

  /** The speaker right before or right behind the cue. */
  private Subject speakerBeside(VerbGroup verb) {
    Sentence sentence = document.sentenceAt(verb.main());
    NounPhrase next = phrases.nounAt(verb.to());
    boolean hearer = cues.verb(document.lower(verb.main())).contains(Way.HEARER);
    boolean inverted = next != null && !hearer && next.from() == verb.to() && !phrases.temporal(next) && verb.finite();
    if (inverted && (verb.from() == sentence.from() || !document.token(verb.from() - 1).word())) {
      return new Sources(document, phrases).rightwards(next, sentence);
    }
    if (verb.from() == sentence.from()) {
      return null;
    }
    Subject subject = clauses.subject(verb);
    return subject != null && subject.of() == Subject.Found.BESIDE && subject.to() <= verb.from() ? subject : null;
  }

  /** "is adamant that", "are confident that". */
  private Report ofAdjective(VerbGroup verb) {
    int k = verb.to();
    while (document.lower(k).length() > 1 && document.token(k).pos() == Pos.ADV) {
      k++;
    }
    if (!cues.adjective(document.lower(k)) || document.sentenceIndex(k) != document.sentenceIndex(verb.main())) {
      return null;
    }
    Sentence sentence = document.sentenceAt(k);
    boolean that = document.lower(k + 1).equals("that") && sentence.holds(k + 1);
    if (!that && !start.clauseAt(k + 1, sentence)) {
      return null;
    }
    Subject subject = clauses.subject(verb);
    if (subject == null || Set.of("it", "this", "that", "there").contains(document.lower(subject.head().head()))) {
      return null;
    }
    return report(subject, verb.from(), k + 1, k + 1, verb, 0.8, true);
  }

  /** "expressed hope that", "made clear that". */
  private Report ofExpression(VerbGroup verb) {
    if (!cues.express(document.lower(verb.main()))) {
      return null;
    }
    Sentence sentence = document.sentenceAt(verb.main());
    for (int k = verb.to(); k < sentence.to() - 1 && k - verb.to() < 6; k++) {
      boolean noun = cues.noun(document.lower(k)) || document.lower(k).equals("clear");
      if (noun && document.lower(k + 1).equals("that")) {
        Subject subject = clauses.subject(verb);
        return subject == null ? null : report(subject, verb.from(), k + 1, k + 1, verb, 0.75, false);
      }
      if (!document.token(k).word() || document.token(k).possessive()) {
        return null;
      }
    }
    return null;
  }

  /** "his claim that", "the minister's warning that". */
  private Report ofNoun(int i) {
    if (!cues.noun(document.lower(i)) || !document.lower(i + 1).equals("that") || document.token(i).pos() != Pos.NOUN) {
      return null;
    }
    NounPhrase noun = phrases.nounAt(i);
    VerbGroup near = phrases.verbBefore(i);
    if (noun == null || noun.head() != i || near == null) {
      return null;
    }
    for (int k = noun.from(); k < i; k++) {
      boolean pronoun = Set.of("his", "her", "their", "its").contains(document.lower(k));
      if (pronoun || document.token(k).possessive()) {
        int to = pronoun ? k + 1 : k;
        NounPhrase owner = new NounPhrase(noun.from(), to, to - 1);
        return to <= noun.from() ? null : report(Report.only(owner, to), i, i + 1, i + 1, near, 0.6, false);
      }
    }
    return null;
  }

  private Report accordingTo(int i, Sentence sentence) {
    NounPhrase noun = phrases.nounAt(i + 2);
    if (noun == null || noun.from() != i + 2) {
      return null;
    }
    Subject source = new Sources(document, phrases).rightwards(noun, sentence);
    int from;
    int to;
    if (i == sentence.from()) {
      int comma = source.to();
      while (comma < sentence.to() && !document.lower(comma).equals(",")) {
        comma++;
      }
      from = comma + 1;
      to = sentence.to();
    } else {
      from = sentence.from();
      to = i;
    }
    if (from >= to) {
      return null;
    }
    to = end.trimmed(from, to);
    return new Report(source, i, i + 2, List.of(new Piece(from, to)), false, 0.8);
  }
}
