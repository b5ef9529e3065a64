package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a source's words as noun phrases: who it is that says something, one or several joined by "and". Used by one thread. */
final class SourcePhrases {
  private static final Set<String> RELATIVES = Set.of("who", "which", "that");
  private static final Set<String> JOINTS = Set.of("and", "or", "&", "nor");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;

  SourcePhrases(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  /**
   * The source as a subject whose range is {@code source}.
   *
   * @param cue the words that introduce the statement, or null; they tell whom "who" means
   */
  Subject subject(Piece source, Piece cue) {
    if (source.to() - source.from() == 1 && RELATIVES.contains(document.lower(source.from()))) {
      Subject antecedent = antecedent(source, cue);
      if (antecedent != null) {
        return new Subject(source.from(), source.to(), antecedent.heads(), Subject.Found.RELATIVE);
      }
    }
    NounPhrase first = phraseFrom(source.from(), source);
    List<NounPhrase> heads = new ArrayList<>(List.of(first != null ? first : words(source)));
    boolean names = name(heads.get(0));
    List<NounPhrase> listed = new ArrayList<>();
    for (int at = heads.get(0).to(); at + 1 < source.to(); ) {
      NounPhrase noun = phraseFrom(at + 1, source);
      if (noun == null || noun.from() != at + 1) {
        break;
      }
      String link = document.lower(at);
      if (JOINTS.contains(link)) {
        heads.addAll(listed);
        heads.add(noun);
        break;
      } else if (link.equals(",") && names && name(noun)) {
        listed.add(noun);
      } else if (document.token(at).pos() != Pos.ADP) {
        break;
      }
      at = noun.to();
    }
    return new Subject(source.from(), source.to(), heads, Subject.Found.BESIDE);
  }

  private Subject antecedent(Piece source, Piece cue) {
    VerbGroup verb = cue == null ? null : phrases.verbFrom(cue.from(), cue.to());
    Subject subject = verb == null ? null : clauses.subject(verb);
    return subject == null || subject.head().to() > source.from() || subject.of() != Subject.Found.RELATIVE ? null : subject;
  }

  private boolean name(NounPhrase noun) {
    return document.token(noun.head()).pos() == Pos.PROPN;
  }

  /** The first noun phrase that has words at or behind {@code from}, cut to the source, a possessive's mark left out; null where none. */
  private NounPhrase phraseFrom(int from, Piece source) {
    for (int i = from; i < source.to(); i++) {
      NounPhrase noun = phrases.nounAt(i);
      if (noun == null) {
        continue;
      }
      int start = Math.max(noun.from(), source.from());
      int to = Math.min(noun.to(), source.to());
      if (noun.to() > to || noun.from() < start) {
        while (to > start + 1 && document.token(to - 1).possessive()) {
          to--;
        }
      }
      int head = start <= noun.head() && noun.head() < to ? noun.head() : to - 1;
      return new NounPhrase(start, to, head);
    }
    return null;
  }

  private NounPhrase words(Piece source) {
    int head = source.to() - 1;
    while (head > source.from() && !document.token(head).word()) {
      head--;
    }
    return new NounPhrase(source.from(), head + 1, head);
  }
}
