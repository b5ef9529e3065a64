package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Cast.Named;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.stances.ActLexicon.Pattern;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what actors do, in words or deeds, towards each other. Used by one thread. */
public final class StanceFinder {
  private static final Set<Act> HOSTILE = EnumSet.of(Act.SANCTION, Act.ASSAULT, Act.COERCE, Act.MOBILIZE, Act.PROTEST);
  private static final Set<Act> FRIENDLY = EnumSet.of(Act.AGREE, Act.SUPPORT, Act.CONCEDE, Act.COOPERATE, Act.AID, Act.RETREAT);
  private static final Set<String> WILL = Set.of("will", "would", "'ll", "wo", "shall", "'d");
  private static final Set<String> MAY = Set.of("may", "might", "could", "can", "ca");
  private static final Set<String> OUGHT = Set.of("must", "should", "shall");
  private static final Set<String> PLANS = Set.of("plan", "plans", "planned", "planning", "intends", "intended", "intend", "vowed", "vows", "vow",
      "threatened", "threatens", "threatening", "prepared", "preparing", "ready", "going");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Cast cast;
  private final Speakers speakers;
  private final List<FoundCondition> conditions;
  private final Contexts contexts;
  private final Targets targets;
  private final ActLexicon acts = ActLexicon.standard();
  private final List<FoundStance> found = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  public StanceFinder(Document document, Phrases phrases, Clauses clauses, Cast cast, Speakers speakers, List<FoundCondition> conditions) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.cast = cast;
    this.speakers = speakers;
    this.conditions = conditions;
    this.contexts = new Contexts(document, phrases, clauses);
    this.targets = new Targets(document, phrases, cast, speakers);
  }

  /** The stances, in order of their evidence. */
  public List<FoundStance> stances() {
    for (VerbGroup verb : phrases.verbs()) {
      if (supposed(verb)) {
        continue;
      }
      Act act = act(verb);
      if (act != null) {
        byVerb(verb, act);
      } else {
        refusal(verb);
      }
    }
    Predicates predicates = new Predicates(document, phrases, clauses, speakers, contexts);
    for (Attributed one : speakers.attributed()) {
      predicates.stances(one).forEach(this::add);
    }
    found.sort(Comparator.comparingInt(FoundStance::from).thenComparingInt(FoundStance::to));
    return found;
  }

  private boolean supposed(VerbGroup verb) {
    for (FoundCondition condition : conditions) {
      if (condition.antecedes(verb.main()) && condition.markerFrom() < condition.antecedentFrom()) {
        return true;
      }
    }
    return contexts.supposed(verb);
  }

  private Act act(VerbGroup verb) {
    for (Pattern pattern : acts.patterns(document.lower(verb.main()))) {
      if (matches(pattern, verb)) {
        return pattern.act();
      }
    }
    return null;
  }

  private boolean matches(Pattern pattern, VerbGroup verb) {
    int k = verb.to();
    for (String particle : pattern.particles()) {
      int hop = 0;
      while (hop < 3 && !document.lower(k).equals(particle) && document.token(Math.min(k, document.tokens().size() - 1)).word()
          && phrases.verbAt(k) == null && phrases.nounAt(k) == null) {
        k++;
        hop++;
      }
      if (!document.lower(k).equals(particle)) {
        return false;
      }
      k++;
    }
    if (pattern.nouns().isEmpty()) {
      return true;
    }
    int end = document.sentenceAt(verb.main()).to();
    for (int i = verb.to(); i < end && i - verb.to() < 7; i++) {
      if (pattern.nouns().contains(document.lower(i))) {
        return true;
      }
      if (document.lower(i).equals(",") || document.lower(i).equals("that")) {
        return false;
      }
    }
    return false;
  }

  private void byVerb(VerbGroup verb, Act lexical) {
    if (verb.infinitive()) {
      planned(verb, lexical);
      return;
    }
    Act act = modified(verb, lexical);
    if (act == null) {
      return;
    }
    int end = contexts.clauseEnd(verb);
    if (verb.passive()) {
      passive(verb, act, end);
      return;
    }
    if (participleOfNoun(verb)) {
      return;
    }
    Subject subject = clauses.subject(verb);
    if (subject == null) {
      return;
    }
    int start = contexts.clauseStart(verb);
    for (NounPhrase head : subject.heads()) {
      Who holder = subject.heads().size() == 1 ? speakers.who(subject) : speakers.who(head);
      if (!holds(holder, head)) {
        continue;
      }
      List<Named> all = targets.of(verb, act, holder, end);
      if (act == Act.CONSULT && all.isEmpty()) {
        joint(subject, verb, head, holder, start, end);
        continue;
      }
      if (all.isEmpty()) {
        add(holder, subject, act, null, start, end, verb);
      }
      for (Named target : all) {
        add(holder, subject, act, target, start, end, verb);
      }
    }
  }

  /** "A past participle behind a noun ("talks hosted by Turkey") has no subject of its own. */
  private boolean participleOfNoun(VerbGroup verb) {
    return !verb.auxiliary() && verb.form() == VerbGroup.Form.PAST && document.lower(verb.to()).equals("by");
  }

  private void joint(Subject subject, VerbGroup verb, NounPhrase head, Who holder, int start, int end) {
    int at = subject.heads().indexOf(head);
    if (at != 0 || subject.heads().size() < 2) {
      return;
    }
    NounPhrase other = subject.heads().get(1);
    Who with = speakers.who(other);
    if (holds(with, other)) {
      add(holder, subject, Act.CONSULT, new Named(other.from(), other.to(), with), start, end, verb);
    }
  }

  /** "plans to expel", "is ready to sign": the infinitive tells the act, the verb before it that it is to come. */
  private void planned(VerbGroup verb, Act lexical) {
    VerbGroup before = phrases.verbBefore(verb.from());
    if (before == null || before.to() > verb.from() || verb.from() - before.to() > 1 || before.negated() || !HOSTILE.contains(lexical)) {
      return;
    }
    String governor = document.lower(verb.from() - 1);
    Subject subject = clauses.subject(before);
    if (PLANS.contains(governor) && subject != null && holds(speakers.who(subject), subject.head())) {
      int end = contexts.clauseEnd(verb);
      Who holder = speakers.who(subject);
      List<Named> all = targets.of(verb, Act.THREATEN, holder, end);
      add(holder, subject, Act.THREATEN, all.isEmpty() ? null : all.get(0), contexts.clauseStart(before), end, verb);
    }
  }

  /** The act that the verb amounts to with its modal and negation; null where it is none. */
  private Act modified(VerbGroup verb, Act act) {
    String modal = verb.modal();
    boolean noLonger = document.lower(verb.from()).equals("no") || document.lower(verb.from() - 1).equals("longer");
    if (verb.negated()) {
      boolean refusal = FRIENDLY.contains(act) && act != Act.CONCEDE || act == Act.CONSULT && modal != null && WILL.contains(modal);
      return refusal ? Act.REJECT : null;
    }
    if (noLonger && (act == Act.REJECT || act == Act.REQUEST)) {
      return Act.CONCEDE;
    }
    if (modal == null) {
      return act;
    }
    if (HOSTILE.contains(act) && (WILL.contains(modal) || MAY.contains(modal))) {
      return Act.THREATEN;
    }
    if (MAY.contains(modal) || OUGHT.contains(modal)) {
      return null;
    }
    return WILL.contains(modal) && FRIENDLY.contains(act) && act != Act.SUPPORT ? Act.AGREE : act;
  }

  private void passive(VerbGroup verb, Act act, int end) {
    Subject subject = clauses.subject(verb);
    NounPhrase agent = null;
    for (int k = verb.to(); k < end - 1 && k - verb.to() < 6; k++) {
      if (document.lower(k).equals("by")) {
        agent = phrases.nounAt(k + 1);
        break;
      }
    }
    if (agent != null && subject != null && holds(speakers.who(agent), agent)) {
      Who target = speakers.who(subject);
      add(speakers.who(agent), agent.from(), agent.to(), act, target.named() ? new Named(subject.from(), subject.to(), target) : null,
          contexts.clauseStart(verb), end, verb);
    } else if (agent == null && act == Act.REJECT && subject != null && subject.of() == Subject.Found.SHARED && !found.isEmpty()) {
      rebuffed(verb, subject, end);
    }
  }

  /** "called for a meeting with her, but was refused": who was asked refuses. */
  private void rebuffed(VerbGroup verb, Subject subject, int end) {
    FoundStance asked = found.get(found.size() - 1);
    Who asking = speakers.who(subject);
    if (asked.target() != null && asked.holder().same(asking) && document.sentenceAt(verb.main()).holds(asked.from())) {
      add(asked.target(), asked.targetFrom(), asked.targetTo(), Act.REJECT, new Named(subject.from(), subject.to(), asking),
          Math.max(verb.from() - 1, document.sentenceAt(verb.main()).from()), end, verb);
    }
  }

  /** "will not meet", "would never accept". */
  private void refusal(VerbGroup verb) {
    if (!verb.negated() || verb.modal() == null || !WILL.contains(verb.modal()) || !acts.agentive(document.lower(verb.main()))
        || verb.passive()) {
      return;
    }
    Attributed within = speakers.holding(verb.main());
    Subject subject = clauses.subject(verb);
    subject = subject != null && subject.of() == Subject.Found.RELATIVE ? null : subject;
    if (subject == null) {
      return;
    }
    Who holder = speakers.who(subject);
    boolean others = within != null && within.report().attitude() && !holder.same(within.who());
    if (holds(holder, subject.head()) && !others) {
      int end = contexts.clauseEnd(verb);
      List<Named> all = targets.of(verb, Act.REJECT, holder, end);
      add(holder, subject, Act.REJECT, all.isEmpty() ? null : all.get(0), contexts.clauseStart(verb), end, verb);
    }
  }

  private boolean holds(Who who, NounPhrase head) {
    if (who.named()) {
      return who.type() != dev.demarche.domain.EntityType.PLACE;
    }
    String noun = document.lower(head.head());
    return (who.kind() == SpeakerKind.GROUP || who.kind() == SpeakerKind.ANONYMOUS)
        && (NameWords.isOne("person", noun) || NameWords.is("people", noun) || NameWords.is("body", noun)) || NameWords.is("people", who.name()
            .substring(who.name().lastIndexOf(' ') + 1));
  }

  private void add(Who holder, Subject subject, Act act, Named target, int from, int to, VerbGroup verb) {
    add(holder, subject.from(), subject.to(), act, target, from, to, verb);
  }

  private void add(Who holder, int holderFrom, int holderTo, Act act, Named target, int from, int to, VerbGroup verb) {
    if (to > from) {
      add(new FoundStance(holder, holderFrom, holderTo, act, target == null ? null : target.who(), target == null ? -1 : target.from(),
          target == null ? -1 : target.to(), from, to, speakers.holding(verb.main()), target == null ? 0.55 : 0.65));
    }
  }

  private void add(FoundStance stance) {
    String key = stance.holder().name() + "/" + stance.act() + "/" + (stance.target() == null ? "" : stance.target().name()) + "/" + stance.to();
    if (known.add(key)) {
      found.add(stance);
    }
  }
}
