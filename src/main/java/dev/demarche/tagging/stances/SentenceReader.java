package dev.demarche.tagging.stances;

import dev.demarche.tagging.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Reads sentences with the model. Used by one thread. */
final class SentenceReader {
  private final StanceScorer scorer;
  private final Triggers triggers;
  private final Parties parties;
  private final Arcs arcs;

  SentenceReader(StanceScorer scorer, Triggers triggers, Parties parties, Arcs arcs) {
    this.scorer = scorer;
    this.triggers = triggers;
    this.parties = parties;
    this.arcs = arcs;
  }

  /** What the model thinks of the sentence; null where nothing in it may say an act, or nobody is named. */
  SentenceReading read(Sentence sentence, Vectors vectors) {
    List<Trigger> words = triggers.of(sentence).stream().filter(trigger -> vectors.at(trigger.token()) != null).toList();
    List<Party> phrases = words.isEmpty() ? List.of() : parties.of(sentence).stream().filter(party -> vectors.at(party.head()) != null).toList();
    if (phrases.isEmpty()) {
      return null;
    }
    List<float[]> rows = new ArrayList<>();
    phrases.forEach(party -> rows.add(vectors.at(party.head())));
    double[][] acts = new double[words.size()][];
    double[][] holders = new double[words.size()][];
    double[][] targets = new double[words.size()][];
    for (int t = 0; t < acts.length; t++) {
      Trigger trigger = words.get(t);
      float[] vector = vectors.at(trigger.token());
      long[] features = arcs.of(trigger, phrases);
      acts[t] = scorer.acts(vector, trigger.features());
      holders[t] = scorer.holders(vector, trigger.features(), rows, phrases, features);
      targets[t] = scorer.targets(vector, trigger.features(), rows, phrases, features);
    }
    return new SentenceReading(words, phrases, acts, holders, targets);
  }
}
