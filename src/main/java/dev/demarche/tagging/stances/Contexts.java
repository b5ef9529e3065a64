package dev.demarche.tagging.stances;

import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.Token;
import dev.demarche.tagging.text.VerbGroup;
import java.util.Set;

/** Where clauses begin and end, and what only supposes. Used by one thread. */
final class Contexts {
  private static final int LONGEST = 30;
  private static final Set<String> BREAKS = Set.of("but", "while", "although", "though", "whereas", "yet", "because", "who", "which", "whom",
      "unless", "if", "until", "after", "before", "when", "as", "since", "where");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;

  Contexts(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  /** Index behind the last token of the clause that {@code verb} stands in. */
  int clauseEnd(VerbGroup verb) {
    Sentence sentence = document.sentenceAt(verb.main());
    int limit = Math.min(sentence.to(), verb.to() + LONGEST);
    int quote = document.quoteIndex(verb.main());
    for (int i = verb.to(); i < limit; i++) {
      Token token = document.token(i);
      if (token.text().equals(";") || quote >= 0 && document.quoteIndex(i) != quote || quote >= 0 && document.quoteAt(i).close() == i) {
        return i;
      }
      boolean comma = i > verb.to() && document.lower(i - 1).equals(",");
      VerbGroup next = phrases.verbAt(i);
      if (comma && (BREAKS.contains(token.lower()) || next != null && next.from() == i || token.pos() == Pos.CCONJ && finite(i + 1, limit))) {
        return i - 1;
      }
      if (token.pos() == Pos.CCONJ && phrases.verbAt(i + 1) != null && phrases.verbAt(i + 1).from() == i + 1
          && phrases.verbAt(i + 1).finite() && phrases.verbAt(i + 1).form() == verb.form()) {
        return i;
      }
      if (Set.of("unless", "if", "until", "while", "although", "because").contains(token.lower()) && i > verb.to()) {
        return i;
      }
    }
    int end = limit;
    while (end > verb.to() && !document.token(end - 1).word()) {
      end--;
    }
    return end;
  }

  private boolean finite(int from, int to) {
    VerbGroup verb = phrases.verbFrom(from, to);
    return verb != null && verb.finite() && verb.from() - from < 8;
  }

  /** Index of the first token of the verb's clause: its subject's where it stands beside it. */
  int clauseStart(VerbGroup verb) {
    Subject subject = clauses.subject(verb);
    boolean near = subject != null && subject.of() == Subject.Found.BESIDE && subject.from() < verb.from()
        && verb.from() - subject.from() < 15 && document.sentenceAt(verb.from()).holds(subject.from());
    return near ? subject.from() : verb.from();
  }

  /** Whether the verb stands behind "whether", "if" or the like within its clause. */
  boolean supposed(VerbGroup verb) {
    Sentence sentence = document.sentenceAt(verb.main());
    for (int i = verb.from() - 1; i >= sentence.from() && verb.from() - i < 14; i--) {
      String word = document.lower(i);
      if (word.equals("whether") || word.equals("if") || word.equals("unless") || word.equals("should") && i == sentence.from()) {
        return true;
      }
      if (word.equals(",") || word.equals("that") || phrases.verbAt(i) != null && phrases.verbAt(i).finite()) {
        return false;
      }
    }
    return false;
  }
}
