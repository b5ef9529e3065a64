package dev.demarche.tagging.actors;

import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
import java.util.List;

/**
 * What a pronoun's own clause says of its candidates: whom it rules out (nobody is "him" in a clause whose subject he is: principle B of the theory of
 * binding; Chomsky, Lectures on Government and Binding, 1981), and whom it asks for, such as the subject behind an opening clause.
 */
final class Binding {
  private final Document document;
  private final Phrases phrases;
  private final Grammar grammar;
  private final Pronoun pronoun;
  private final List<Candidate> candidates;
  private final int sentence;
  private final VerbGroup verb;

  Binding(Document document, Phrases phrases, Grammar grammar, Pronoun pronoun, List<Candidate> candidates) {
    this.document = document;
    this.phrases = phrases;
    this.grammar = grammar;
    this.pronoun = pronoun;
    this.candidates = candidates;
    this.sentence = document.sentenceIndex(pronoun.token());
    this.verb = grammar.verb(pronoun.token());
  }

  /** Whether the pronoun stands in a clause or phrase that comes before the main clause: "After she left, ...". */
  private boolean opening() {
    Sentence own = document.sentenceAt(pronoun.token());
    int first = own.from();
    while (first < pronoun.token() && (!document.token(first).word() || document.token(first).pos() == Pos.ADV)) {
      first++;
    }
    VerbGroup verb = phrases.verbAt(first);
    boolean opens = Scene.SUBORDINATORS.contains(document.lower(first)) || document.token(first).pos() == Pos.ADP || verb != null && !verb.finite();
    for (int i = first; opens && i < pronoun.token(); i++) {
      opens = !document.lower(i).equals(",");
    }
    return opens;
  }

  /** Marks what holds of the candidate, whose row has the other features already. */
  void mark(float[] row, Candidate candidate) {
    Seen ahead = candidate.ahead();
    boolean opening = opening();
    Scene.set(row, Feature.IN_OPENING_CLAUSE, opening);
    Scene.set(row, Feature.AHEAD_OF_OPENING_CLAUSE, opening && ahead != null && ahead.role() == Role.SUBJECT && firstSubjectAhead() == ahead.token());
    Scene.set(row, Feature.AHEAD_OF_MAIN_CLAUSE, !opening && ahead != null && !Scene.is(row, Feature.IN_OWN_PHRASE));
    int controller = grammar.controllerOf(verb);
    VerbGroup told = verb == null ? null : phrases.verbBefore(verb.from());
    boolean reports = told != null && document.sentenceIndex(told.from()) == sentence && Verbs.reporting(document.lower(told.main()));
    boolean object = pronoun.form() == Pronoun.Form.OBJECT;
    for (Seen seen : candidate.before()) {
      if (document.sentenceIndex(seen.token()) != sentence) {
        break;
      }
      boolean same = verb != null && grammar.verb(seen.token()) == verb;
      Scene.raise(row, Feature.CONTROLLER, seen.token() == controller);
      Scene.raise(row, Feature.OBJECT_OF_CONTROLLER, object && seen.token() == controller);
      Scene.raise(row, Feature.SAME_CLAUSE, same);
      Scene.raise(row, Feature.OBJECT_IN_SAME_CLAUSE, same && object);
      Scene.raise(row, Feature.POSSESSION_IN_SAME_CLAUSE, same && pronoun.form() == Pronoun.Form.POSSESSIVE);
      Scene.raise(row, Feature.REPORTER, reports && seen.token() == grammar.subjectOf(told));
      Scene.raise(row, Feature.TOLD, reports && seen.token() != grammar.subjectOf(told) && grammar.verb(seen.token()) == told);
    }
  }

  private int firstSubjectAhead() {
    int first = Integer.MAX_VALUE;
    for (Candidate candidate : candidates) {
      if (candidate.ahead() != null && candidate.ahead().role() == Role.SUBJECT) {
        first = Math.min(first, candidate.ahead().token());
      }
    }
    return first;
  }
}
