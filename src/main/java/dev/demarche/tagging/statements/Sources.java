package dev.demarche.tagging.statements;

import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a source from its first word on: "said Maria Lopez, a spokeswoman for the ministry". */
final class Sources {
  private static final Set<String> LINKS = Set.of("of", "for", "at", "from", "with", "in");

  private final Document document;
  private final Phrases phrases;

  Sources(Document document, Phrases phrases) {
    this.document = document;
    this.phrases = phrases;
  }

  /** The source that starts with {@code first}. */
  Subject rightwards(NounPhrase first, Sentence sentence) {
    List<NounPhrase> heads = new ArrayList<>(List.of(first));
    int to = linked(first.to(), sentence);
    if (document.lower(to).equals("and") && sentence.holds(to + 1) && phrases.nounAt(to + 1) != null
        && phrases.verbFrom(to + 1, Math.min(sentence.to(), phrases.nounAt(to + 1).to() + 1)) == null) {
      heads.add(phrases.nounAt(to + 1));
      to = linked(phrases.nounAt(to + 1).to(), sentence);
    }
    if (to + 1 < sentence.to() && document.lower(to).equals(",")) {
      NounPhrase apposition = phrases.nounAt(to + 1);
      if (apposition != null && apposition.from() == to + 1 && !phrases.temporal(apposition)) {
        int behind = linked(apposition.to(), sentence);
        boolean closed = behind >= sentence.to() || !document.token(behind).word() && document.quoteIndex(behind) < 0
            || document.lower(behind).equals("who");
        to = closed ? behind : to;
      }
    }
    return new Subject(first.from(), to, heads, Subject.Found.BESIDE);
  }

  private int linked(int from, Sentence sentence) {
    int to = from;
    while (to + 1 < sentence.to() && LINKS.contains(document.lower(to))) {
      NounPhrase noun = phrases.nounAt(to + 1);
      if (noun == null || noun.from() != to + 1 || phrases.temporal(noun) || document.lower(to).equals("in") && noun.to() - noun.from() > 3) {
        break;
      }
      to = noun.to();
    }
    return to;
  }
}
