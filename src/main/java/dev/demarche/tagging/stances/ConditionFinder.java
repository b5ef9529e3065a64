package dev.demarche.tagging.stances;

import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.stances.ConditionClauses.Range;
import dev.demarche.tagging.stances.ConditionMarker.Kind;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what is made to depend on something else. Used by one thread. */
public final class ConditionFinder {
  private static final Set<String> NONE = Set.of("no", "not", "n't", "never", "cannot", "impossible", "nothing", "nobody", "unthinkable", "neither");
  private static final Set<String> OFFERS = Set.of("offer", "offers", "offered", "offering", "propose", "proposes", "proposed", "proposing");

  private static final Set<String> OPENERS = Set.of("that", "because", "so", "which", "and", "but", "or", "then", "since", "as");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;
  private final ConditionMarkers markers;
  private final ConditionClauses parts;
  private final Commitments commitments;
  private final ConditionSetter setters;
  private final List<FoundCondition> found = new ArrayList<>();

  public ConditionFinder(Document document, Phrases phrases, Clauses clauses, Speakers speakers) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
    this.markers = new ConditionMarkers(document, phrases, clauses);
    this.parts = new ConditionClauses(document, phrases, clauses, speakers);
    this.commitments = new Commitments(document, phrases, clauses);
    this.setters = new ConditionSetter(document, phrases, clauses, speakers);
  }

  /** The conditions, in order of their markers. */
  public List<FoundCondition> conditions() {
    for (Sentence sentence : document.sentences()) {
      for (int i = sentence.from(); i < sentence.to(); i++) {
        ConditionMarker marker = markers.at(i, sentence);
        if (marker != null && !question(sentence, i)) {
          read(marker);
        }
      }
    }
    return found;
  }

  /** A question makes nothing depend on anything. */
  private boolean question(Sentence sentence, int token) {
    int last = parts.region(token).to() - 1;
    while (last > token && Set.of("\"", "\u201d", "\u2019", "'", ",").contains(document.lower(last))) {
      last--;
    }
    return document.lower(last).equals("?") || document.lower(sentence.to() - 1).equals("?");
  }

  private void read(ConditionMarker marker) {
    Range region = parts.region(marker.from());
    if (document.lower(marker.to() - 1).equals("if") && markers.asks(parts.verbBefore(marker.from()))) {
      return;
    }
    if (marker.kind() == Kind.DEPENDENCE) {
      depends(marker, region);
    } else if (marker.kind() == Kind.ULTIMATUM) {
      ultimatum(marker, region);
    } else if (!opens(marker, region) || !first(marker, region)) {
      last(marker, region);
    }
  }

  /** Whether what the marker governs may stand before the main clause. */
  private boolean opens(ConditionMarker marker, Range region) {
    int before = marker.from() - 1;
    if (before < region.from()) {
      return true;
    }
    String word = document.lower(before);
    boolean aside = word.equals(",") && !OPENERS.contains(document.lower(before - 1)) && document.token(Math.max(before - 1, 0)).pos() != Pos.CCONJ;
    return OPENERS.contains(word) || document.token(before).pos() == Pos.CCONJ || !document.token(before).word() && !aside
        || parts.verbBefore(marker.from()) == null || parts.believes(before)
        || word.equals(",") && (phrases.verbAt(before - 1) != null || parts.adverbial(parts.verbBefore(marker.from())));
  }

  /** "If they pay, we sign." Where no comma parts the two, the main clause stands with its verb first. */
  private boolean first(ConditionMarker marker, Range region) {
    int from = parts.behindAside(marker.to(), region.to());
    int comma = parts.commaBeforeMain(from, region.to(), marker.governsNoun());
    int bare = marker.governsNoun() ? -1 : parts.mainWithoutComma(from, comma < 0 ? region.to() : comma);
    int start = comma < 0 || bare > 0 ? bare : parts.opening(comma + 1, region.to());
    int stop = comma < 0 || bare > 0 ? bare : comma;
    if (start < 0 && !document.token(region.to() - 1).word() || start < 0 && parts.nextPiece(marker.from()) != null) {
      Range next = parts.nextPiece(marker.from());
      if (next != null && parts.verbBefore(marker.from()) == null) {
        start = parts.opening(next.from(), next.to());
        stop = parts.trimmed(from, region.to());
        region = next;
      }
    }
    VerbGroup main = start < 0 ? null : parts.mainFrom(start, region.to());
    if (main == null || stop <= from) {
      return false;
    }
    int end = parts.consequenceEnd(start, region.to());
    if (marker.kind() == Kind.BEFORE) {
      if (commitments.required(main)) {
        add(marker, new Range(start, end), new Range(from, stop), main);
      } else if (main.negated() && main.modal() != null) {
        add(marker, new Range(from, stop), new Range(start, end), main);
      }
      return true;
    }
    if (holds(marker, main, main, new Range(start, end))) {
      add(marker, new Range(from, parts.trimmed(from, stop)), new Range(start, end), main);
    }
    return true;
  }

  /** "We sign if they pay." */
  private void last(ConditionMarker marker, Range region) {
    VerbGroup verb = parts.verbBefore(marker.from());
    int from = parts.behindAside(marker.to(), region.to());
    int stop = parts.trimmed(from, parts.clauseEnd(from, region.to(), marker.governsNoun()));
    if (stop <= from) {
      return;
    }
    if (verb == null || promised(marker, region)) {
      headline(marker, region, new Range(from, stop));
      return;
    }
    VerbGroup main = parts.main(verb, marker.from());
    int start = Math.min(parts.wholeStart(main, region), marker.from() - 1);
    int end = parts.trimmed(start, Math.min(marker.from(), parts.region(main.main()).to()));
    Range consequence = new Range(start, end);
    if (marker.kind() == Kind.BEFORE) {
      before(marker, verb, main, new Range(from, stop), consequence);
    } else if (holds(marker, verb, main, consequence)) {
      add(marker, new Range(from, stop), marker.kind() == Kind.EXCHANGED ? offered(main, consequence) : consequence, main);
    }
  }

  /** "No deal unless they pay"; "fish in exchange for timber" and "to free them if they pay" where that is what somebody offers. */
  private void headline(ConditionMarker marker, Range region, Range antecedent) {
    int start = parts.opening(region.from(), marker.from());
    boolean reported = speakers.holding(marker.from()) != null;
    boolean offered = reported && marker.kind() == Kind.EXCHANGED;
    if (start < marker.from() && (document.lower(start).equals("no") || offered || promised(marker, region))) {
      add(marker, antecedent, new Range(start, parts.trimmed(start, marker.from())), null);
    }
  }

  /** Whether what somebody promises is a bare infinitive: "offered | to free the captains, held since May, | if". */
  private boolean promised(ConditionMarker marker, Range region) {
    boolean fits = marker.kind() == Kind.SUPPOSED || marker.kind() == Kind.AWAITED;
    int start = parts.opening(region.from(), marker.from());
    if (!fits || speakers.holding(marker.from()) == null || !document.lower(start).equals("to")) {
      return false;
    }
    for (VerbGroup verb = phrases.verbFrom(start, marker.from()); verb != null; verb = phrases.verbFrom(verb.to(), marker.from())) {
      if (!verb.infinitive() && (verb.auxiliary() || verb.modal() != null || verb.form() != VerbGroup.Form.PAST)) {
        return false;
      }
    }
    return true;
  }

  /** "must agree before talks can begin": the first makes the second possible; "will not talk before they leave": the other way round. */
  private void before(ConditionMarker marker, VerbGroup verb, VerbGroup main, Range behind, Range clause) {
    VerbGroup follows = phrases.verbFrom(behind.from(), behind.to());
    boolean verbal = follows != null && (follows.gerund() || markers.clauseBehind(behind.from(), document.sentenceAt(behind.from())));
    NounPhrase noun = phrases.nounAt(behind.from());
    boolean event = noun != null && !document.lower(noun.head()).equals("end") && EventNouns.standard().isOne(document.lower(noun.head()));
    if (!verbal && !event) {
      return;
    }
    Range demanded = commitments.demanded(verb.gerund() ? main : verb, clause);
    if (demanded != null && document.lower(demanded.from()).equals("that")) {
      demanded = new Range(demanded.from() + 1, demanded.to());
    }
    if (demanded != null) {
      add(marker, demanded, behind, main);
    } else if (verbal && verb.modal() != null && (verb.negated() || impossible(clause)) || commitments.refuses(main)) {
      add(marker, behind, clause, main);
    } else if (follows != null && commitments.possible(follows)) {
      add(marker, clause, behind, main);
    }
  }

  /** "60 days to name a successor, or face sanctions": what is ordered averts what stands behind "or". */
  private void ultimatum(ConditionMarker marker, Range region) {
    VerbGroup last = phrases.verbBefore(marker.from());
    VerbGroup order = last == null ? null : commitments.order(last);
    if (order == null || order.from() < document.sentenceAt(marker.from()).from()) {
      return;
    }
    boolean bare = document.lower(order.from()).equals("to");
    Range ordered = new Range(bare ? order.from() + 1 : parts.start(order), parts.trimmed(order.from(), marker.from()));
    add(marker, ordered, new Range(marker.to(), parts.trimmed(marker.to(), parts.clauseEnd(marker.to(), region.to(), true))),
        bare ? phrases.verbBefore(order.from()) : order);
  }

  private boolean holds(ConditionMarker marker, VerbGroup verb, VerbGroup main, Range consequence) {
    VerbGroup supposed = phrases.verbFrom(marker.to(), document.sentenceAt(marker.from()).to());
    return switch (marker.kind()) {
      case AWAITED -> commitments.committed(verb, main);
      case SUPPOSED -> !document.lower(marker.to() - 1).equals("if") || !commitments.happened(verb, main, supposed)
          || document.quoteIndex(marker.from()) >= 0;
      case WITHOUT -> impossible(consequence) && !verb.gerund() && commitments.general(verb);
      default -> !document.lower(marker.from() + 1).equals("case") || commitments.committed(verb, main);
    };
  }

  private boolean impossible(Range clause) {
    for (int k = clause.from(); k < clause.to(); k++) {
      if (NONE.contains(document.lower(k))) {
        return true;
      }
    }
    return false;
  }

  /** Of "offered to ease the tariff", what is offered. */
  private Range offered(VerbGroup main, Range clause) {
    return OFFERS.contains(document.lower(main.main())) && main.to() < clause.to() ? new Range(main.to(), clause.to()) : clause;
  }

  private void depends(ConditionMarker marker, Range region) {
    VerbGroup verb = phrases.verbAt(marker.from()) != null ? phrases.verbAt(marker.from()) : parts.verbBefore(marker.from());
    if (verb == null) {
      return;
    }
    int stop = parts.trimmed(marker.to(), parts.clauseEnd(marker.to(), region.to(), true));
    NounPhrase object = phrases.nounAt(marker.from() - 1);
    boolean made = !verb.passive() && object != null && object.from() >= verb.to() && verb != phrases.verbAt(marker.from());
    Subject subject = made ? null : clauses.subject(verb);
    if (made) {
      add(marker, new Range(marker.to(), stop), new Range(object.from(), object.to()), verb);
    } else if (subject != null && subject.from() < subject.to()) {
      add(marker, new Range(marker.to(), stop), new Range(subject.from(), subject.to()), null);
    }
  }

  private void add(ConditionMarker marker, Range antecedent, Range consequence, VerbGroup main) {
    if (antecedent.empty() || consequence.empty()) {
      return;
    }
    Who by = setters.setter(marker, main);
    found.add(new FoundCondition(by, marker.from(), marker.to(), antecedent.from(), antecedent.to(), consequence.from(), consequence.to(),
        speakers.holding(marker.from()), marker.confidence()));
  }
}
