package dev.demarche.tagging.text;

import dev.demarche.tagging.text.Subject.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the subjects of a document's verb groups by walking left from the verb over what may stand between. Used by one thread. */
public final class Clauses {
  private static final Set<String> RELATIVES = Set.of("who", "which", "that");
  private static final Set<String> LINKS = Set.of("of", "for", "in", "from", "at", "on", "with", "to", "between", "against", "near", "over",
      "about", "by", "under", "within", "inside");
  private static final Set<String> QUOTES = Set.of("\"", "\u201c", "\u201d", "''", "\u2018", "\u2019", "'");
  private static final Set<String> SUBORDINATORS = Set.of("that", "after", "before", "when", "while", "as", "because", "since", "if", "until",
      "although", "though", "where", "whether");
  private static final int LONGEST_INSERT = 40;

  private final Document document;
  private final Phrases phrases;
  private final Map<VerbGroup, Subject> known = new HashMap<>();

  public Clauses(Document document, Phrases phrases) {
    this.document = document;
    this.phrases = phrases;
  }

  /** The subject of {@code verb}, or null where none is found. */
  public Subject subject(VerbGroup verb) {
    Deque<VerbGroup> waiting = new ArrayDeque<>();
    VerbGroup at = verb;
    Subject subject = null;
    while (at != null && !known.containsKey(at)) {
      Subject beside = at.infinitive() || at.gerund() ? controller(at) : beside(at);
      waiting.push(at);
      if (beside != null) {
        subject = beside;
        break;
      }
      at = shares(at) ? earlier(at) : null;
    }
    if (at != null && known.containsKey(at)) {
      subject = known.get(at);
    }
    while (!waiting.isEmpty()) {
      VerbGroup done = waiting.pop();
      known.put(done, subject == null || done == at ? subject : subject.by(Found.SHARED));
    }
    return known.get(verb);
  }

  /** The verb whose subject {@code verb} takes over: the nearest one, of the same tense where there is one, not one that is quoted. */
  private VerbGroup earlier(VerbGroup verb) {
    VerbGroup nearest = null;
    for (VerbGroup before = phrases.verbBefore(verb.from()); before != null; before = phrases.verbBefore(before.from())) {
      boolean stranger = document.quoteIndex(before.main()) >= 0 && document.quoteIndex(before.main()) != document.quoteIndex(verb.main());
      if (stranger || !verb.infinitive() && (before.infinitive() || before.gerund()) || verb.finite() && reduced(before)) {
        continue;
      }
      if (verb.gerund() && subordinate(before)) {
        continue;
      }
      nearest = nearest == null ? before : nearest;
      if (Verbs.reporting(document.lower(verb.main())) && !Verbs.reporting(document.lower(before.main())) && verb.finite()
          && reportingBefore(before)) {
        continue;
      }
      if (!verb.finite() || before.form() == verb.form() && (before.modal() == null || verb.form() == VerbGroup.Form.PRESENT)) {
        return before;
      }
    }
    return nearest;
  }

  private boolean reportingBefore(VerbGroup verb) {
    VerbGroup before = phrases.verbBefore(verb.from());
    return before != null && Verbs.reporting(document.lower(before.main()));
  }

  /** Whether the verb's clause hangs on another one: "after they came out", "that soldiers had fought". */
  private boolean subordinate(VerbGroup verb) {
    Subject subject = known.containsKey(verb) ? known.get(verb) : beside(verb);
    return subject != null && (subject.of() == Found.RELATIVE || subject.from() > 0
        && SUBORDINATORS.contains(document.lower(subject.from() - 1)) && phrases.verbBefore(subject.from()) != null);
  }

  /** A participle behind a noun, "talks expected to begin", is no verb of a clause. */
  private boolean reduced(VerbGroup verb) {
    return !verb.auxiliary() && verb.form() == VerbGroup.Form.PAST
        && (known.containsKey(verb) ? known.get(verb) == null : beside(verb) == null && !shares(verb));
  }

  /** The noun phrase between an infinitive and the verb before it does what the infinitive says: "urged Kiev to accept". */
  private Subject controller(VerbGroup verb) {
    if (!verb.infinitive()) {
      return null;
    }
    NounPhrase noun = phrases.nounAt(verb.from() - 1);
    VerbGroup before = phrases.verbBefore(verb.from());
    return noun != null && before != null && noun.from() == before.to() ? new Subject(noun.from(), noun.to(), List.of(noun), Found.BESIDE)
        : null;
  }

  /** Whether the verb's subject may be that of the verb before it. */
  private boolean shares(VerbGroup verb) {
    if (verb.infinitive() || verb.gerund()) {
      return true;
    }
    int i = verb.from() - 1;
    Sentence sentence = document.sentenceAt(verb.from());
    while (i >= sentence.from() && (document.token(i).pos() == Pos.ADV || QUOTES.contains(document.lower(i)))) {
      i--;
    }
    return i >= sentence.from() && (document.token(i).pos() == Pos.CCONJ || document.lower(i).equals(",") || document.lower(i).equals("then"));
  }

  private Subject beside(VerbGroup verb) {
    Sentence sentence = document.sentenceAt(verb.from());
    int i = verb.from() - 1;
    int steps = 0;
    while (i >= sentence.from() && steps++ < 30) {
      Token token = document.token(i);
      NounPhrase noun = phrases.nounAt(i);
      if (RELATIVES.contains(token.lower()) && i > sentence.from() && (token.pos() == Pos.PRON || !token.lower().equals("that"))) {
        int j = document.lower(i - 1).equals(",") ? i - 2 : i - 1;
        NounPhrase antecedent = phrases.nounAt(j);
        return antecedent == null || antecedent.to() != j + 1 ? null : complex(antecedent, sentence, antecedent.to()).by(Found.RELATIVE);
      }
      if (noun != null) {
        if (phrases.temporal(noun)) {
          i = noun.from() - 1;
          if (document.lower(i).equals("on") || document.lower(i).equals("in")) {
            i--;
          }
          continue;
        }
        Subject subject = complex(noun, sentence, noun.to());
        boolean reduced = !verb.auxiliary() && verb.form() == VerbGroup.Form.PAST && subject.from() > sentence.from()
            && LINKS.contains(document.lower(subject.from() - 1)) && !document.token(verb.to() - 1).capitalised()
            && !Verbs.reporting(document.lower(verb.main()));
        return reduced ? null : subject;
      }
      if (token.lower().equals(",")) {
        return behindInsert(i, sentence);
      }
      if (token.lower().equals(")")) {
        while (i >= sentence.from() && !document.lower(i).equals("(")) {
          i--;
        }
      } else if (token.pos() != Pos.ADV && !QUOTES.contains(token.lower())) {
        return null;
      }
      i--;
    }
    return null;
  }

  /** The noun phrase before ", for its part," and the like, whose second comma is {@code comma}. */
  private Subject behindInsert(int comma, Sentence sentence) {
    for (int k = comma - 1; k > sentence.from() && comma - k < LONGEST_INSERT; k--) {
      if (document.quoteIndex(k) != document.quoteIndex(comma)) {
        return null;
      }
      if (!document.lower(k).equals(",") && !document.lower(k).equals("(")) {
        continue;
      }
      NounPhrase noun = phrases.nounAt(k - 1);
      if (noun == null || noun.to() != k || phrases.temporal(noun)) {
        continue;
      }
      if (inserted(k + 1, comma)) {
        Subject subject = complex(noun, sentence, comma);
        if (document.lower(subject.from() - 1).equals(",") && phrases.nounAt(subject.from() - 2) != null && subject.heads().size() == 1) {
          Subject wider = behindInsert(subject.from() - 1, sentence, comma);
          return wider != null ? wider : subject;
        }
        return subject;
      }
    }
    return null;
  }

  private Subject behindInsert(int comma, Sentence sentence, int to) {
    NounPhrase noun = phrases.nounAt(comma - 1);
    return noun == null || noun.to() != comma || phrases.temporal(noun) || document.token(noun.head()).pos() != Pos.PROPN ? null
        : complex(noun, sentence, to);
  }

  private boolean inserted(int from, int to) {
    Token first = document.token(from);
    boolean opens = RELATIVES.contains(first.lower()) || first.pos() == Pos.ADP || first.pos() == Pos.SCONJ
        || List.of("along", "together", "including", "also", "then", "whose", "whom", "where", "when").contains(first.lower());
    VerbGroup verb = phrases.verbFrom(from, to);
    return opens || verb == null || verb.from() == from || !verb.finite();
  }

  private Subject complex(NounPhrase last, Sentence sentence, int to) {
    List<NounPhrase> heads = new ArrayList<>(List.of(last));
    int from = last.from();
    boolean joined = false;
    while (from > sentence.from() + 1) {
      NounPhrase before = phrases.nounAt(from - 2);
      String link = document.lower(from - 1);
      if (before == null || before.to() != from - 1) {
        break;
      }
      if (LINKS.contains(link) && document.token(from - 1).pos() != Pos.ADV && !phrases.temporal(before)) {
        heads.set(0, before);
      } else if (link.equals("and") || link.equals("or") || joined && link.equals(",")) {
        if (objectOfVerb(before, sentence)) {
          break;
        }
        heads.add(0, before);
        joined = true;
      } else {
        break;
      }
      from = before.from();
    }
    return new Subject(from, to, heads, Found.BESIDE);
  }

  private boolean objectOfVerb(NounPhrase noun, Sentence sentence) {
    int i = noun.from() - 1;
    return i >= sentence.from() && (phrases.verbAt(i) != null || document.token(i).pos() == Pos.ADP || phrases.nounAt(i) != null);
  }
}
