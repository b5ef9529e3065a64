package dev.demarche.tagging.stances;

import dev.demarche.tagging.stances.ConditionClauses.Range;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
import java.util.HashSet;
import java.util.Set;

/** Whether a clause tells what is to come or what has been, and whether it demands. Used by one thread. */
final class Commitments {
  private static final Set<String> MUST = Set.of("must", "should", "shall");
  private static final Set<String> CAN = Set.of("can", "could", "will", "would", "may", "might");
  private static final Set<String> PRESENT = Set.of("is", "are", "am", "'m", "'re", "'s", "do", "does", "has", "have");
  private static final Set<String> HAVE = Set.of("has", "have", "had");
  private static final Set<String> DEMANDS = forms("demand", "require", "insist", "want", "need", "urge", "expect");
  private static final Set<String> REFUSALS = forms("refuse", "decline", "reject");
  private static final Set<String> PROMISES = forms("vow", "pledge", "promise", "threaten", "insist", "agree", "plan", "swear", "refuse", "decline",
      "offer", "intend", "commit", "prepare");
  private static final Set<String> READY = Set.of("ready", "willing", "prepared", "set", "bound", "free", "able", "unwilling", "unable");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;

  Commitments(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  private static Set<String> forms(String... lemmas) {
    Set<String> forms = new HashSet<>();
    for (String lemma : lemmas) {
      forms.addAll(Verbs.forms(lemma));
    }
    return forms;
  }

  /** Whether the clause whose last verb is {@code verb} and whose main verb is {@code main} tells what is to come or what stands. */
  boolean committed(VerbGroup verb, VerbGroup main) {
    boolean governed = PROMISES.contains(document.lower(main.main())) || DEMANDS.contains(document.lower(main.main()));
    boolean ready = document.lower(verb.from()).equals("to") && READY.contains(document.lower(verb.from() - 1));
    return verb.modal() != null || main.modal() != null || governed || ready || present(main) || subjunctive(verb);
  }

  private boolean present(VerbGroup verb) {
    String first = document.lower(verb.from());
    for (int k = verb.from(); k <= verb.main(); k++) {
      if (PRESENT.contains(document.lower(k)) && k < verb.main()) {
        return true;
      }
    }
    return PRESENT.contains(first) || verb.form() == VerbGroup.Form.PRESENT && !verb.auxiliary() && !verb.infinitive();
  }

  private boolean subjunctive(VerbGroup verb) {
    return document.lower(verb.from()).equals("be");
  }

  /** Whether the verb says what can be or what is: "cannot be signed", "there is no". */
  boolean general(VerbGroup verb) {
    return verb.modal() != null || Set.of("is", "are", "'s", "'re").contains(document.lower(verb.main()));
  }

  boolean refuses(VerbGroup main) {
    return REFUSALS.contains(document.lower(main.main()));
  }

  /** Whether both clauses tell of what has been: "if they were surprised, they did not show it". */
  boolean happened(VerbGroup verb, VerbGroup main, VerbGroup supposed) {
    boolean open = verb.modal() != null || main.modal() != null || verb.infinitive() || present(verb) || present(main)
        || PROMISES.contains(document.lower(main.main()));
    return !open && past(main) && supposed != null && supposed.modal() == null && past(supposed)
        && !present(supposed);
  }

  private boolean past(VerbGroup verb) {
    return verb.form() == VerbGroup.Form.PAST || document.lower(verb.from()).equals("did");
  }

  /** Whether something can happen, as the verb says. */
  boolean possible(VerbGroup verb) {
    return verb.modal() != null && CAN.contains(verb.modal());
  }

  /** Whether the clause of the verb says that something must be done. */
  boolean required(VerbGroup verb) {
    VerbGroup outer = verb.infinitive() ? phrases.verbBefore(verb.from()) : null;
    VerbGroup next = phrases.verbAt(verb.to());
    boolean have = HAVE.contains(document.lower(verb.main())) && next != null && next.infinitive() && next.from() == verb.to();
    return verb.modal() != null && MUST.contains(verb.modal()) && !verb.negated() || have || DEMANDS.contains(document.lower(verb.main()))
        || outer != null && HAVE.contains(document.lower(outer.main())) && outer.to() == verb.from();
  }

  /** The verb of what is ordered, the last of the clauses before {@code verb} in its sentence or that itself: an infinitive, or a verb with "must"; else null. */
  VerbGroup order(VerbGroup verb) {
    int from = document.sentenceAt(verb.from()).from();
    for (VerbGroup at = verb; at != null && at.from() >= from; at = phrases.verbBefore(at.from())) {
      if (at.infinitive() || at.modal() != null && MUST.contains(at.modal()) && !at.negated()) {
        return at;
      }
    }
    return null;
  }

  /** What a clause that demands something demands, or null: of "wants Finland to pay" it is "Finland to pay". */
  Range demanded(VerbGroup verb, Range clause) {
    VerbGroup demand = phrases.verbBefore(verb.from());
    while (demand != null && !DEMANDS.contains(document.lower(demand.main())) && (demand.gerund() || demand.infinitive())) {
      demand = phrases.verbBefore(demand.from());
    }
    if (required(verb) && !DEMANDS.contains(document.lower(verb.main()))) {
      return clause;
    }
    if (DEMANDS.contains(document.lower(verb.main())) && !verb.negated()) {
      return new Range(Math.min(verb.to(), clause.to() - 1), clause.to());
    }
    if (demand == null || !DEMANDS.contains(document.lower(demand.main())) || verb.modal() != null) {
      return null;
    }
    Subject subject = clauses.subject(verb);
    int from = subject != null && subject.from() >= demand.to() ? subject.from() : verb.from();
    return new Range(Math.min(from, clause.to() - 1), clause.to());
  }

  /** Forms of the verbs that demand. */
  static boolean demands(String word) {
    return DEMANDS.contains(word);
  }
}
