package dev.demarche.tagging.stances;

import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.Token;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what is made to depend on something else. Used by one thread. */
public final class ConditionFinder {
  private static final Set<String> ASKING = Set.of("ask", "asked", "asks", "asking", "wonder", "wondered", "wonders", "wondering", "see", "know",
      "knows", "knew", "unclear", "unsure", "sure", "determine", "decide", "unknown", "as", "even", "what", "doubt", "question", "tell", "check",
      "say", "clear", "unlikely", "certain");
  private static final Set<String> SHORT = Set.of("not", "any", "anything", "possible", "necessary", "needed", "ever", "so", "only", "at");
  private static final Set<String> MUST = Set.of("must", "should", "shall");
  private static final Set<String> DEMANDS = Set.of("demand", "demanded", "demands", "demanding", "require", "required", "requires", "insist",
      "insisted", "insists", "insisting", "want", "wants", "wanted", "need", "needs", "needed");
  private static final Set<String> CAN = Set.of("can", "could", "will", "would", "may", "might");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;
  private final List<FoundCondition> found = new ArrayList<>();

  public ConditionFinder(Document document, Phrases phrases, Clauses clauses, Speakers speakers) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
  }

  /** The conditions, in order of their markers. */
  public List<FoundCondition> conditions() {
    for (Sentence sentence : document.sentences()) {
      for (int i = sentence.from(); i < sentence.to(); i++) {
        read(i, sentence);
      }
    }
    return found;
  }

  private void read(int i, Sentence sentence) {
    String word = document.lower(i);
    String next = sentence.holds(i + 1) ? document.lower(i + 1) : "";
    String last = sentence.holds(i - 1) ? document.lower(i - 1) : "";
    switch (word) {
      case "if" -> {
        if (!ASKING.contains(last) && !SHORT.contains(next) && !(askedBefore(i, sentence))) {
          supposition(last.equals("only") ? i - 1 : i, i + 1, sentence, 0.8);
        }
      }
      case "unless" -> supposition(i, i + 1, sentence, 0.85);
      case "when", "once" -> {
        if (last.equals("only")) {
          supposition(i - 1, i + 1, sentence, 0.7);
        }
      }
      case "provided", "providing" -> {
        if (next.equals("that")) {
          supposition(i, i + 2, sentence, 0.8);
        }
      }
      case "long" -> {
        if ((last.equals("as") || last.equals("so")) && next.equals("as")) {
          supposition(i - 1, i + 2, sentence, 0.75);
        }
      }
      case "condition" -> {
        if (last.equals("on") && next.equals("that")) {
          supposition(i - 1, i + 2, sentence, 0.8);
        }
      }
      case "until" -> until(i, sentence);
      case "before" -> before(i, sentence);
      case "exchange", "return" -> {
        if (last.equals("in") && next.equals("for")) {
          exchange(i - 1, i + 2, sentence);
        }
      }
      case "contingent", "conditional", "conditioned", "dependent" -> {
        if (next.equals("on") || next.equals("upon")) {
          depends(i, i + 2, sentence);
        }
      }
      case "depend", "depends", "depended", "hinge", "hinges", "hinged" -> {
        if (next.equals("on") || next.equals("upon")) {
          depends(i, i + 2, sentence);
        }
      }
      case "without" -> without(i, sentence);
      default -> { }
    }
  }

  private boolean askedBefore(int i, Sentence sentence) {
    NounPhrase noun = phrases.nounAt(i - 1);
    return noun != null && noun.from() > sentence.from() && Set.of("ask", "asked", "asks", "asking").contains(document.lower(noun.from() - 1));
  }

  private void supposition(int marker, int from, Sentence sentence, double confidence) {
    int comma = commaBehind(from, sentence);
    boolean opens = marker == sentence.from() || !document.token(marker - 1).word() || document.token(marker - 1).pos() == Pos.CCONJ
        || document.lower(marker - 1).equals("that");
    boolean aside = opens && marker > sentence.from() && document.lower(marker - 1).equals(",");
    int end = contentEnd(marker, sentence);
    if (opens && comma > from && comma < end - 1 && phrases.verbFrom(comma + 1, end) != null && !(aside && verbBefore(marker, sentence) != null
        && commaClosesSentence(comma, end))) {
      int start = comma + 1;
      while (start < end - 1 && (document.lower(start).equals("then") || document.quoteAt(start) != null && !document.token(start).word())) {
        start++;
      }
      add(marker, from, from, comma, start, trimmed(start, end), confidence);
      return;
    }
    VerbGroup main = verbBefore(marker, sentence);
    if (main == null) {
      return;
    }
    int stop = comma > from ? comma : end;
    int start = clauseStart(main, marker, sentence);
    add(marker, from, from, trimmed(from, stop), start, trimmed(start, Math.min(marker, contentEnd(main.main(), sentence))), confidence);
  }

  private boolean commaClosesSentence(int comma, int end) {
    return end - comma < 3;
  }

  private void until(int i, Sentence sentence) {
    VerbGroup main = verbBefore(i, sentence);
    int end = contentEnd(i, sentence);
    VerbGroup behind = phrases.verbFrom(i + 1, Math.min(end, i + 14));
    if (main == null || behind == null || behind.infinitive() || !main.negated() && main.modal() == null) {
      return;
    }
    int comma = commaBehind(i + 1, sentence);
    int start = clauseStart(main, i, sentence);
    add(i, i + 1, i + 1, trimmed(i + 1, comma > 0 ? Math.min(comma, end) : end), start, trimmed(start, i), main.negated() ? 0.75 : 0.55);
  }

  /** "must agree before talks can begin": the first makes the second possible; "will not talk before they leave": the other way round. */
  private void before(int i, Sentence sentence) {
    VerbGroup main = verbBefore(i, sentence);
    int end = contentEnd(i, sentence);
    VerbGroup behind = phrases.verbFrom(i + 1, Math.min(end, i + 14));
    if (main == null || behind == null || behind.infinitive()) {
      return;
    }
    int comma = commaBehind(i + 1, sentence);
    int stop = trimmed(i + 1, comma > 0 ? Math.min(comma, end) : end);
    int start = clauseStart(main, i, sentence);
    if (main.negated() && main.modal() != null) {
      add(i, i + 1, i + 1, stop, start, trimmed(start, i), 0.6);
    } else if (main.modal() != null && MUST.contains(main.modal()) || demanded(main) || needs(main)
        || behind.modal() != null && CAN.contains(behind.modal())) {
      add(i, i + 1, start, trimmed(start, i), i + 1, stop, 0.7);
    }
  }

  private boolean needs(VerbGroup verb) {
    String word = document.lower(verb.main());
    VerbGroup outer = verb.infinitive() ? phrases.verbBefore(verb.from()) : null;
    return DEMANDS.contains(word) || outer != null && (DEMANDS.contains(document.lower(outer.main()))
        || Set.of("has", "have", "had").contains(document.lower(outer.main())) && outer.to() == verb.from());
  }

  private boolean demanded(VerbGroup verb) {
    VerbGroup at = verb;
    while (at != null && (at.gerund() || at.infinitive())) {
      at = phrases.verbBefore(at.from());
    }
    VerbGroup outer = at == null ? null : phrases.verbBefore(at.from());
    return outer != null && DEMANDS.contains(document.lower(outer.main()));
  }

  private void exchange(int marker, int from, Sentence sentence) {
    VerbGroup main = verbBefore(marker, sentence);
    int end = contentEnd(marker, sentence);
    if (main == null || from >= end) {
      return;
    }
    int comma = commaBehind(from, sentence);
    int start = clauseStart(main, marker, sentence);
    add(marker, from, from, trimmed(from, comma > 0 ? Math.min(comma, end) : end), start, trimmed(start, marker), 0.75);
  }

  private void depends(int marker, int from, Sentence sentence) {
    for (int k = sentence.from(); k < marker; k++) {
      if (Set.of("whether", "unclear", "if").contains(document.lower(k))) {
        return;
      }
    }
    VerbGroup verb = phrases.verbAt(marker) != null ? phrases.verbAt(marker) : verbBefore(marker, sentence);
    Subject subject = verb == null ? null : clauses.subject(verb);
    int end = contentEnd(marker, sentence);
    if (subject == null || subject.from() >= subject.to() || from >= end) {
      return;
    }
    int comma = commaBehind(from, sentence);
    add(marker, from, from, trimmed(from, comma > 0 ? Math.min(comma, end) : end), subject.from(), subject.to(), 0.7);
  }

  /** "Without guarantees, there will be no deal." */
  private void without(int i, Sentence sentence) {
    boolean opens = i == sentence.from() || !document.token(i - 1).word();
    int comma = commaBehind(i + 1, sentence);
    int end = contentEnd(i, sentence);
    if (!opens || comma < 0 || comma >= end - 1) {
      return;
    }
    for (int k = comma + 1; k < end; k++) {
      if (Set.of("no", "not", "n't", "never", "cannot", "impossible", "nothing").contains(document.lower(k))) {
        add(i, i + 1, i + 1, comma, comma + 1, trimmed(comma + 1, end), 0.65);
        return;
      }
    }
  }

  private VerbGroup verbBefore(int token, Sentence sentence) {
    VerbGroup verb = phrases.verbBefore(token);
    Speakers.Attributed within = speakers.holding(token);
    while (within != null && verb != null && verb.main() > within.report().from() && !within.report().holds(verb.main())) {
      verb = phrases.verbBefore(verb.from());
    }
    if (verb == null || within != null && verb.main() < within.report().from()) {
      return null;
    }
    return verb;
  }

  /** Where the clause that hangs on the condition starts. */
  private int clauseStart(VerbGroup verb, int marker, Sentence sentence) {
    VerbGroup at = verb;
    while (at != null && (at.infinitive() || at.gerund())) {
      VerbGroup before = phrases.verbBefore(at.from());
      if (before == null || speakers.holding(before.main()) != speakers.holding(marker)) {
        break;
      }
      at = before;
    }
    Subject subject = clauses.subject(at);
    int start = subject != null && subject.of() == Subject.Found.BESIDE && subject.from() < at.from() && sentence.holds(subject.from())
        ? subject.from() : at.from();
    return Math.min(start, marker - 1);
  }

  /** Index of the first comma behind {@code from} that ends a clause rather than parts a list, or -1. */
  private int commaBehind(int from, Sentence sentence) {
    boolean verb = false;
    for (int k = from; k < sentence.to(); k++) {
      Token token = document.token(k);
      verb |= phrases.verbAt(k) != null;
      if (token.text().equals(";") || token.text().equals("\u2014")) {
        return k;
      }
      if (token.text().equals(",") && (verb || k - from > 1)) {
        return k;
      }
    }
    return -1;
  }

  private int contentEnd(int token, Sentence sentence) {
    Speakers.Attributed within = speakers.holding(token);
    if (within != null) {
      for (var piece : within.report().pieces()) {
        if (piece.from() <= token && token < piece.to()) {
          return Math.min(piece.to(), sentence.to());
        }
      }
    }
    return sentence.to();
  }

  private int trimmed(int from, int to) {
    int end = to;
    while (end > from + 1 && !document.token(end - 1).word()) {
      end--;
    }
    return end;
  }

  private void add(int marker, int markerTo, int antecedentFrom, int antecedentTo, int consequenceFrom, int consequenceTo, double confidence) {
    if (antecedentTo <= antecedentFrom || consequenceTo <= consequenceFrom) {
      return;
    }
    Speakers.Attributed within = speakers.holding(marker);
    Who by = within != null ? within.who() : null;
    if (within == null) {
      VerbGroup verb = phrases.verbFrom(consequenceFrom, consequenceTo);
      Subject subject = verb == null ? null : clauses.subject(verb);
      VerbGroup demand = verb == null ? null : phrases.verbBefore(verb.from());
      if (demand != null && DEMANDS.contains(document.lower(demand.main()))) {
        subject = clauses.subject(demand);
      }
      by = subject == null ? null : speakers.who(subject);
      by = by == null || by.kind() == SpeakerKind.UNKNOWN && !by.named() ? null : by;
    }
    found.add(new FoundCondition(by, marker, markerTo, antecedentFrom, antecedentTo, consequenceFrom, consequenceTo, within, confidence));
  }
}
