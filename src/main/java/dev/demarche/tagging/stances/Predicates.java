package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.actors.Cast.Named;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.statements.Report;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the stances that speakers take by what they say of others: that somebody must do something, that something is impossible, that
 * something is an attempt to do harm. Used by one thread.
 */
final class Predicates {
  private static final Set<String> OUGHT = Set.of("must", "should");
  private static final Set<String> IMPOSSIBLE = Set.of("impossible", "unacceptable", "non-starter", "nonstarter", "inadmissible", "unthinkable",
      "intolerable");
  private static final Set<String> WRONG = Set.of("attempt", "ploy", "pretext", "plot", "violation", "crime", "lie", "lies", "aggression",
      "provocation", "betrayal", "excuse", "disgrace", "farce", "sham", "blackmail", "illegal", "irresponsible", "shameful", "outrageous",
      "responsible", "liar", "reckless", "terrorist", "criminal", "corrupt", "disaster", "unlawful", "genocide", "propaganda");
  private static final Set<String> CHANCE = Set.of("chance", "likelihood", "possibility", "prospect");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;
  private final Contexts contexts;

  Predicates(Document document, Phrases phrases, Clauses clauses, Speakers speakers, Contexts contexts) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
    this.contexts = contexts;
  }

  List<FoundStance> stances(Attributed said) {
    List<FoundStance> found = new ArrayList<>();
    if (said.who() == null) {
      return found;
    }
    for (Report.Piece piece : said.report().pieces()) {
      for (VerbGroup verb = phrases.verbFrom(piece.from(), piece.to()); verb != null; verb = phrases.verbFrom(verb.to(), piece.to())) {
        if (speakers.holding(verb.main()) == said && verb.finite() && !contexts.supposed(verb)) {
          FoundStance stance = stance(said, verb, piece);
          if (stance != null) {
            found.add(stance);
          }
        }
      }
    }
    return found;
  }

  private FoundStance stance(Attributed said, VerbGroup verb, Report.Piece piece) {
    Subject subject = clauses.subject(verb);
    if (subject == null) {
      return chance(said, verb, piece);
    }
    int end = Math.min(contexts.clauseEnd(verb), piece.to());
    boolean ought = verb.modal() != null && OUGHT.contains(verb.modal()) || obliged(verb);
    if (ought) {
      Who who = speakers.who(subject);
      return who.named() && !who.same(said.who()) && !verb.passive()
          ? stance(said, Act.REQUEST, new Named(subject.from(), subject.to(), who), subject.from(), end, 0.6) : null;
    }
    for (int k = verb.to(); k < end && k - verb.to() < 5 && copula(verb); k++) {
      String word = document.lower(k);
      boolean possible = word.equals("possible") || word.equals("acceptable");
      if (IMPOSSIBLE.contains(word) && !verb.negated() || possible && verb.negated() && k == verb.to() || outOfTheQuestion(k)) {
        return stance(said, Act.REJECT, actorIn(subject.from(), subject.to(), said.who()), contexts.clauseStart(verb),
            Math.max(end, k + 1), 0.55);
      }
      if (WRONG.contains(word) && !verb.negated()) {
        Named target = actorIn(subject.from(), subject.to(), said.who());
        target = target == null ? actorIn(k, end, said.who()) : target;
        return stance(said, Act.ACCUSE, target, contexts.clauseStart(verb), end, 0.55);
      }
    }
    return chance(said, verb, piece);
  }

  private boolean obliged(VerbGroup verb) {
    String word = document.lower(verb.main());
    VerbGroup next = phrases.verbAt(verb.to());
    return (word.equals("has") || word.equals("have") || word.equals("needs") || word.equals("need")) && next != null && next.infinitive();
  }

  private boolean copula(VerbGroup verb) {
    return Set.of("is", "are", "was", "were", "be", "been", "'s", "'re").contains(document.lower(verb.main()));
  }

  private boolean outOfTheQuestion(int k) {
    return document.lower(k).equals("out") && document.lower(k + 3).equals("question")
        || document.lower(k).equals("off") && document.lower(k + 2).equals("table");
  }

  private FoundStance chance(Attributed said, VerbGroup verb, Report.Piece piece) {
    int stop = Math.min(piece.to(), verb.to() + 6);
    for (int k = verb.to(); k < stop && copula(verb); k++) {
      if (CHANCE.contains(document.lower(k)) && !verb.negated() && !document.lower(k - 1).equals("no")) {
        int from = said.report().source() == null ? verb.from() : Math.max(Math.min(said.report().source().from(), verb.from()),
            document.sentenceAt(verb.main()).from());
        return stance(said, Act.EXPECT, null, from, Math.min(piece.to(), contexts.clauseEnd(verb)), 0.55);
      }
    }
    return null;
  }

  private Named actorIn(int from, int to, Who holder) {
    for (int i = from; i < to; i++) {
      Named named = speakers.first(i, to);
      if (named == null) {
        return null;
      }
      if (!named.who().same(holder)) {
        return named;
      }
      i = named.to() - 1;
    }
    return null;
  }

  private FoundStance stance(Attributed said, Act act, Named target, int from, int to, double confidence) {
    Subject source = said.report().source();
    int begin = Math.min(from, to - 1);
    return new FoundStance(said.who(), source == null ? -1 : source.from(), source == null ? -1 : source.to(), act,
        target == null ? null : target.who(), target == null ? -1 : target.from(), target == null ? -1 : target.to(), -1, begin, to,
        said, confidence);
  }
}
