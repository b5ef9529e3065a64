package dev.demarche.tagging.statements;

import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Quote;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Token;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.VerbGroup.Form;
import java.util.Set;

/** Where reported speech ends: at the end of its sentence, unless the reporter takes over before. */
final class ContentEnd {
  private static final Set<String> CONTRASTS = Set.of("but", "while", "although", "though", "whereas", "yet");
  private static final Set<String> TIMES = Set.of("after", "as", "when", "before", "since");

  private static final Set<String> SUBORDINATORS = Set.of("unless", "if", "until", "when", "once", "because");

  private final Document document;
  private final Phrases phrases;
  private final CueLexicon cues = CueLexicon.standard();

  ContentEnd(Document document, Phrases phrases) {
    this.document = document;
    this.phrases = phrases;
  }

  /** Index behind the last token of the content that starts at {@code from} and is introduced by {@code cue}. */
  int of(int from, VerbGroup cue) {
    Sentence sentence = document.sentenceAt(from);
    VerbGroup first = phrases.verbFrom(from, sentence.to());
    int quote = document.quoteIndex(from);
    Quote within = document.quoteAt(cue.main());
    int limit = within == null ? sentence.to() : Math.min(sentence.to(), Math.max(within.close(), from + 1));
    for (int i = from + 1; i < limit; i++) {
      if (document.quoteIndex(i) >= 0 && document.quoteAt(i).closed() && document.quoteIndex(i) != document.quoteIndex(cue.main())) {
        i = Math.min(sentence.to(), document.quoteAt(i).behind()) - 1;
        continue;
      }
      if (first != null && i > first.main() && takesOver(i, first, cue, sentence, quote)) {
        return trimmed(from, i);
      }
    }
    int end = limit;
    Quote open = document.quoteAt(end - 1);
    if (open != null && open.open() >= from && open.behind() > end && document.quoteIndex(cue.main()) != document.quoteIndex(end - 1)) {
      end = open.behind();
    }
    return trimmed(from, end);
  }

  private boolean takesOver(int i, VerbGroup first, VerbGroup cue, Sentence sentence, int quote) {
    Token token = document.token(i);
    boolean comma = document.lower(i - 1).equals(",");
    if (token.text().equals(";") || token.text().equals("\u2014") && i + 1 < sentence.to() && !document.token(i + 1).word()) {
      return false;
    }
    if (comma && CONTRASTS.contains(token.lower())) {
      return finiteAhead(i + 1, sentence) && quote < 0;
    }
    if (comma && token.pos() == Pos.CCONJ && quote < 0 && phrases.nounAt(i + 1) != null && phrases.temporal(phrases.nounAt(i + 1))) {
      return true;
    }
    if (comma && token.lower().equals("according") && document.lower(i + 1).equals("to")) {
      return true;
    }
    if (comma && attribution(i, sentence)) {
      return true;
    }
    VerbGroup verb = phrases.verbAt(i);
    if (comma && verb != null && verb.from() == i && verb.gerund()) {
      return !cues.verb(document.lower(verb.main())).isEmpty();
    }
    if (token.pos() == Pos.CCONJ && verbBehind(i) != null) {
      VerbGroup next = verbBehind(i);
      boolean reporting = !cues.verb(document.lower(next.main())).isEmpty() || next.form() == Form.PAST && first.modal() != null;
      return reporting && !subordinate(first.to(), i) && next.finite() && next.modal() == null && next.form() == cue.form() && !next.infinitive()
          && (first.modal() != null || first.form() != next.form() || cues.verb(document.lower(next.main())).contains(CueLexicon.Way.QUOTE));
    }
    if (TIMES.contains(token.lower()) && !comma && cue.form() == Form.PAST && first.modal() != null) {
      NounPhrase noun = phrases.nounAt(i + 1);
      VerbGroup next = noun == null ? null : phrases.verbFrom(noun.to(), Math.min(sentence.to(), noun.to() + 2));
      return next != null && next.form() == Form.PAST && next.modal() == null && next.finite()
          && document.token(noun.head()).pos() == Pos.PROPN;
    }
    return false;
  }

  /** ", he said" and ", said the minister" at the end of a sentence or before a comma: the content of another cue. */
  private boolean attribution(int i, Sentence sentence) {
    NounPhrase noun = phrases.nounAt(i);
    VerbGroup verb = phrases.verbAt(noun == null ? i : noun.to());
    if (verb == null || verb.from() != (noun == null ? i : noun.to()) || verb.gerund() || verb.infinitive()
        || !cues.verb(document.lower(verb.main())).contains(CueLexicon.Way.BARE)) {
      return false;
    }
    int behind = verb.to();
    if (noun == null) {
      NounPhrase speaker = phrases.nounAt(behind);
      return speaker != null && speaker.from() == behind && (speaker.to() >= sentence.to() || !document.token(speaker.to()).word());
    }
    NounPhrase time = phrases.nounAt(behind);
    behind = time != null && phrases.temporal(time) ? time.to() : behind;
    return behind >= sentence.to() || !document.token(behind).word() || document.token(behind).pos() == Pos.ADP;
  }

  private boolean subordinate(int from, int to) {
    for (int i = from; i < to; i++) {
      if (SUBORDINATORS.contains(document.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private VerbGroup verbBehind(int i) {
    VerbGroup verb = phrases.verbAt(i + 1);
    return verb != null && verb.from() == i + 1 ? verb : null;
  }

  private boolean finiteAhead(int from, Sentence sentence) {
    VerbGroup verb = phrases.verbFrom(from, sentence.to());
    return verb != null && verb.finite();
  }

  /** Without the marks that close the sentence rather than the content. */
  int trimmed(int from, int to) {
    int end = to;
    while (end > from + 1) {
      Token last = document.token(end - 1);
      boolean mark = last.pos() == Pos.PUNCT && !last.text().equals(")") && !last.word();
      boolean closer = document.quoteIndex(end - 1) >= 0 && document.quoteAt(end - 1).open() >= from;
      if (!mark || closer && !last.text().equals(",")) {
        break;
      }
      end--;
    }
    return end;
  }
}
