package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the words that may say an act: main verbs, nouns, and adjectives that the lexicon knows. Used by one thread. */
final class Triggers {
  private static final Set<String> COPULAS = Set.of("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m");
  private static final Set<String> WILL = Set.of("will", "would", "'ll", "wo", "shall", "'d");
  private static final Set<String> MAY = Set.of("may", "might", "could", "can", "ca", "cannot");
  private static final Set<String> OUGHT = Set.of("must", "should");
  private static final Set<String> PLANS = Set.of("plan", "plans", "planned", "planning", "intends", "intended", "intend", "prepared", "preparing",
      "ready", "going", "set", "expected", "hopes", "wants", "want", "wanted", "aims", "begins", "began", "begun", "started", "starts", "continue",
      "continues", "continued", "decided", "moved", "attempted", "tried", "trying");

  private final Document document;
  private final Phrases phrases;
  private final Speakers speakers;
  private final LexicalActs lexical;
  private final Predicate<VerbGroup> supposed;
  private final BitSet cues = new BitSet();

  /** @param supposed whether a verb is only supposed: behind "if", "whether" or the like */
  Triggers(Document document, Phrases phrases, Speakers speakers, LexicalActs lexical, Predicate<VerbGroup> supposed) {
    this.document = document;
    this.phrases = phrases;
    this.speakers = speakers;
    this.lexical = lexical;
    this.supposed = supposed;
    speakers.attributed().stream().map(Attributed::report).filter(report -> report.cueFrom() >= 0)
        .forEach(report -> cues.set(report.cueFrom(), report.cueTo()));
  }

  List<Trigger> of(Sentence sentence) {
    List<Trigger> triggers = new ArrayList<>();
    for (int i = sentence.from(); i < sentence.to(); i++) {
      VerbGroup verb = phrases.verbAt(i);
      Pos pos = document.token(i).pos();
      Act noun = ActLexicon.standard().noun(document.lower(i));
      if (verb != null && verb.main() == i) {
        triggers.add(new Trigger(i, verb, verbal(verb) | common(i)));
      } else if (pos == Pos.NOUN || verb == null && pos == Pos.ADJ && noun != null) {
        long features = common(i) | bit(pos == Pos.NOUN ? TriggerFeature.NOUN : TriggerFeature.ADJECTIVE);
        features |= noun == null ? 0 : act(noun);
        VerbGroup before = phrases.verbBefore(i);
        features |= pos == Pos.ADJ && before != null && before.negated() && i - before.to() < 3 ? bit(TriggerFeature.NEGATED) : 0;
        features |= before == null ? 0 : governed(before, before.to() >= i - 3);
        triggers.add(new Trigger(i, null, features));
      }
    }
    return triggers;
  }

  private long verbal(VerbGroup verb) {
    Act act = lexical.known(verb);
    long features = bit(TriggerFeature.VERB) | (act == null ? 0 : act(act));
    features |= verb.negated() ? bit(TriggerFeature.NEGATED) : 0;
    features |= verb.passive() ? bit(TriggerFeature.PASSIVE) : 0;
    features |= verb.infinitive() ? bit(TriggerFeature.INFINITIVE) : verb.gerund() ? bit(TriggerFeature.GERUND) : 0;
    features |= verb.form() == VerbGroup.Form.PAST ? bit(TriggerFeature.PAST) : 0;
    features |= verb.auxiliary() ? bit(TriggerFeature.AUXILIARY) : 0;
    features |= modal(verb.modal(), TriggerFeature.WILL);
    features |= supposed.test(verb) ? bit(TriggerFeature.SUPPOSED) : 0;
    features |= COPULAS.contains(document.lower(verb.main())) ? bit(TriggerFeature.COPULA) : 0;
    boolean noLonger = document.lower(verb.from()).equals("no") || document.lower(verb.from() - 1).equals("longer");
    features |= noLonger ? bit(TriggerFeature.NO_LONGER) : 0;
    VerbGroup before = phrases.verbBefore(verb.from());
    if (before != null && !verb.finite()) {
      features |= governed(before, true) | (verb.from() - before.to() <= 1 ? bit(TriggerFeature.GOVERNED) : 0);
    }
    return features;
  }

  private long governed(VerbGroup governor, boolean near) {
    if (!near) {
      return 0;
    }
    Act act = lexical.of(governor);
    long features = governor.negated() ? bit(TriggerFeature.GOVERNED_NEGATED) : 0;
    features |= PLANS.contains(document.lower(governor.main())) ? bit(TriggerFeature.GOVERNED_BY_PLAN) : 0;
    features |= governor.modal() != null && WILL.contains(governor.modal()) ? bit(TriggerFeature.GOVERNED_BY_WILL) : 0;
    return act == null ? features : features | bit(switch (act) {
      case REJECT -> TriggerFeature.GOVERNED_BY_REJECT;
      case AGREE -> TriggerFeature.GOVERNED_BY_AGREE;
      case REQUEST -> TriggerFeature.GOVERNED_BY_REQUEST;
      case THREATEN -> TriggerFeature.GOVERNED_BY_THREATEN;
      default -> TriggerFeature.GOVERNED_BY_OTHER_ACT;
    });
  }

  private long common(int token) {
    Attributed within = speakers.holding(token);
    return (document.quoteIndex(token) >= 0 ? bit(TriggerFeature.QUOTED) : 0) | (within != null ? bit(TriggerFeature.IN_STATEMENT) : 0)
        | (cues.get(token) ? bit(TriggerFeature.CUE) : 0);
  }

  private static long modal(String modal, TriggerFeature will) {
    return modal == null ? 0 : WILL.contains(modal) ? bit(will) : MAY.contains(modal) ? bit(TriggerFeature.MAY)
        : OUGHT.contains(modal) ? bit(TriggerFeature.OUGHT) : 0;
  }

  private static long act(Act act) {
    return bit(TriggerFeature.valueOf(act.name()));
  }

  private static long bit(TriggerFeature feature) {
    return 1L << feature.ordinal();
  }
}
