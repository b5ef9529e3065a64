package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Cast.Named;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.mentions.NameWords;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import dev.demarche.tagging.text.Verbs;
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
  private static final Set<String> OWN = Set.of("want", "wants", "wanted", "wanting", "seek", "seeks", "sought", "seeking", "push", "pushes",
      "pushed", "pushing", "press", "presses", "pressed", "pressing", "ask", "asks", "asked", "asking");
  private static final Set<Act> MUTUAL = EnumSet.of(Act.AGREE, Act.COOPERATE);
  private static final Set<String> WILL = Set.of("will", "would", "'ll", "wo", "shall", "'d");
  private static final Set<String> MAY = Set.of("may", "might", "could", "can", "ca");
  private static final Set<String> OUGHT = Set.of("must", "should", "shall");
  private static final Set<String> PLANS = Set.of("plan", "plans", "planned", "planning",
      "intends", "intended", "intend", "vowed", "vows", "vow",
      "threatened", "threatens", "threatening", "prepared", "preparing", "ready", "going");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Cast cast;
  private final Speakers speakers;
  private final List<FoundCondition> conditions;
  private final Contexts contexts;
  private final Targets targets;
  private final ClauseActs lexical;
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
    this.lexical = new ClauseActs(document, phrases, cast);
    this.targets = new Targets(document, phrases, cast, speakers);
  }

  /** The stances, in order of their evidence. */
  public List<FoundStance> stances() {
    for (VerbGroup verb : phrases.verbs()) {
      if (supposed(verb)) {
        continue;
      }
      Act act = lexical.act(verb);
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
    if (participleOfNoun(verb) || verb.gerund() && objectLike(verb) || ownWish(verb, act)) {
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
      Act done = byHolder(act, verb, holder);
      boolean mutual = MUTUAL.contains(act) && subject.heads().size() == 2;
      List<Named> all = new ArrayList<>(mutual ? targets.partners(verb, holder, end) : targets.of(verb, done, holder, end));
      all.removeIf(target -> subject.heads().stream().anyMatch(one -> speakers.who(one).same(target.who())));
      if (all.isEmpty() && (act == Act.CONSULT || mutual)) {
        joint(subject, verb, head, holder, act, start, end);
        continue;
      }
      if (all.isEmpty()) {
        add(holder, subject, done, null, start, end, verb);
      }
      for (Named target : all) {
        add(holder, subject, done, target, start, end, verb);
      }
    }
  }

  /** Who does it tells what some verbs say: a politician attacks in words, an army does not. A warning to somebody threatens. */
  private Act byHolder(Act act, VerbGroup verb, Who holder) {
    String word = document.lower(verb.main());
    if (act == Act.ACCUSE && word.startsWith("attack") && holder.type() != EntityType.PERSON) {
      return Act.ASSAULT;
    }
    if (act == Act.THREATEN && word.startsWith("warn")) {
      NounPhrase warned = phrases.nounAt(verb.to());
      boolean somebody = warned != null && warned.from() == verb.to() && cast.at(warned.head()) != null && cast.at(warned.head()).named();
      return somebody || announced(verb, holder) ? Act.THREATEN : Act.EXPECT;
    }
    return act;
  }

  /** "warned that they would leave": who warns of his own step threatens. */
  private boolean announced(VerbGroup warning, Who holder) {
    VerbGroup step = phrases.verbFrom(warning.to(), document.sentenceAt(warning.main()).to());
    Subject subject = step == null || step.modal() == null || !WILL.contains(step.modal()) || step.passive() ? null : clauses.subject(step);
    if (subject == null || subject.from() < warning.to() || subject.from() - warning.to() > 1) {
      return false;
    }
    Subject warners = clauses.subject(warning);
    boolean they = document.lower(subject.from()).equals("they") && warners != null && warners.heads().size() > 1;
    return they || speakers.who(subject).same(holder);
  }

  /** "ruled out lifting", "accused of ignoring": a gerund that another verb or a preposition governs is not done. */
  private boolean objectLike(VerbGroup verb) {
    int before = verb.from() - 1;
    return before >= document.sentenceAt(verb.from()).from() && (document.token(before).pos() == Pos.ADP || document.lower(before).equals("of")
        || phrases.verbAt(before) != null && document.token(before).pos() != Pos.ADV);
  }

  /** "wants to leave" asks nobody for anything. */
  private boolean ownWish(VerbGroup verb, Act act) {
    VerbGroup next = phrases.verbAt(verb.to());
    NounPhrase object = phrases.nounAt(verb.to());
    if (act == Act.REQUEST && document.lower(verb.main()).startsWith("want")) {
      VerbGroup behind = object == null ? null : phrases.verbAt(object.to());
      return behind == null || !behind.infinitive();
    }
    return act == Act.REQUEST && OWN.contains(document.lower(verb.main())) && (next != null && next.infinitive()
        || !document.token(Math.min(verb.to(), document.tokens().size() - 1)).word());
  }

  /** A past participle behind a noun ("talks hosted by Turkey") has no subject of its own. */
  private boolean participleOfNoun(VerbGroup verb) {
    return !verb.auxiliary() && verb.form() == VerbGroup.Form.PAST && Verbs.participle(document.lower(verb.main()))
        && document.lower(verb.to()).equals("by");
  }

  /** "Norway and Finland met": joint subjects do it with each other. Meeting is told once, agreeing is told of both. */
  private void joint(Subject subject, VerbGroup verb, NounPhrase head, Who holder, Act act, int start, int end) {
    int at = subject.heads().indexOf(head);
    if (subject.heads().size() < 2 || at != 0 && act == Act.CONSULT) {
      if (at <= 0 && targets.somebody(verb, end)) {
        add(holder, subject, Act.CONSULT, null, start, end, verb);
      }
      return;
    }
    NounPhrase other = subject.heads().get(at == 0 ? 1 : 0);
    Who with = speakers.who(other);
    if (holds(with, other)) {
      add(holder, subject, act, new Named(other.from(), other.to(), with), start, end, verb);
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
    if (act == Act.DECLINE && document.lower(verb.main()).startsWith("comment")) {
      return verb.negated() ? act : null;
    }
    String modal = modal(verb);
    if (demanded(verb)) {
      return null;
    }
    boolean noLonger = document.lower(verb.from()).equals("no") || document.lower(verb.from() - 1).equals("longer");
    if (verb.negated()) {
      boolean will = modal != null && WILL.contains(modal);
      boolean refusal = FRIENDLY.contains(act) && act != Act.CONCEDE || will && (act == Act.CONSULT || act == Act.CONCEDE);
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

  /** The verb's modal, or that of the verb which it is joined to: "must disarm, abandon its ambitions and leave". */
  private String modal(VerbGroup verb) {
    Subject subject = clauses.subject(verb);
    if (verb.modal() != null || verb.auxiliary() || subject == null || subject.of() != Subject.Found.SHARED
        || verb.form() != VerbGroup.Form.PRESENT || document.lower(verb.main()).endsWith("s")) {
      return verb.modal();
    }
    VerbGroup before = phrases.verbBefore(verb.from());
    while (before != null && before.modal() == null && !before.auxiliary() && before.form() == VerbGroup.Form.PRESENT) {
      before = phrases.verbBefore(before.from());
    }
    return before == null ? null : before.modal();
  }

  /** What is demanded is not done: "demanded that the army withdraw". */
  private boolean demanded(VerbGroup verb) {
    Attributed within = speakers.holding(verb.main());
    if (within == null || within.report().cueFrom() < 0 || verb.auxiliary() || verb.form() != VerbGroup.Form.PRESENT) {
      return false;
    }
    return acts.patterns(document.lower(within.report().cueTo() - 1)).stream().anyMatch(pattern -> pattern.act() == Act.REQUEST);
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
    VerbGroup next = phrases.verbAt(verb.to());
    boolean going = document.lower(verb.main()).equals("going") && next != null && next.infinitive() && next.from() == verb.to()
        && acts.agentive(document.lower(next.main()));
    boolean will = verb.modal() != null && WILL.contains(verb.modal()) && acts.agentive(document.lower(verb.main()));
    if (!verb.negated() || verb.passive() || !will && !going) {
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
      return who.type() != EntityType.PLACE;
    }
    String noun = document.lower(head.head());
    return NameWords.isOne("person", noun) || NameWords.isOne("people", noun) || NameWords.isOne("body", noun) || NameWords.is("people",
        who.name().substring(who.name().lastIndexOf(' ') + 1));
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
