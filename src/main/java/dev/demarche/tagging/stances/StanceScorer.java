package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.encoder.Weights;
import java.util.Arrays;
import java.util.List;

/**
 * Scores acts, holders and targets, and who is for or against whom, by weights that were learned ({@code training/stances.py}): networks with one hidden
 * layer, whose inputs are the words' vectors, projected by the graph already, and {@link TriggerFeature}, {@link PartyFeature} and {@link ArcFeature}.
 * Immutable and safe for use by several threads.
 */
final class StanceScorer {
  /** The acts that the model knows, behind "none". */
  static final List<Act> ACTS = List.of(Act.values()).subList(0, Act.values().length - 1);
  /** Numbers that tell how the two of a pair stand: order, distance, names between. */
  static final int PAIR_FEATURES = 8;

  private static final int TRIGGER = 96;
  private static final int ARC = 64;
  private static final int PAIR = 64;
  /** Where in a word's vector each projection begins. */
  private static final int HOLDER = TRIGGER;
  private static final int TARGET = HOLDER + 2 * ARC;
  private static final int FROM = TARGET + 2 * ARC;
  private static final int TO = FROM + PAIR;
  private static final int BETWEEN = TO + PAIR;
  private static final int ASKS = BETWEEN + PAIR;
  private static final int ASKS_TOO = ASKS + PAIR;
  private static final int KEY = ASKS_TOO + PAIR;
  private static final int VALUE = KEY + PAIR;
  private static final int WIDTH = VALUE + PAIR;

  private final float[][] triggerIn;
  private final float[][] triggerOut;
  private final float[] triggerBias;
  private final float[][] triggerDirect;
  private final Arc holder;
  private final Arc target;
  private final float[][] pairIn;
  private final float[][] pairActs;
  private final float[][] pairOut;
  private final float[] pairBias;
  private final float[][] pairDirect;

  private record Arc(float[][] triggers, float[][] parties, float[][] arcs, float[] out, float bias, float[] direct, float[] none, float[] noneOut,
                     float noneBias) {}

  /** @throws IllegalArgumentException if the weights are not those of these features */
  StanceScorer(Weights weights) {
    check(weights, "acts", ACTS);
    check(weights, "triggers", List.of(TriggerFeature.values()));
    check(weights, "parties", List.of(PartyFeature.values()));
    check(weights, "arcs", List.of(ArcFeature.values()));
    if (weights.width() != WIDTH) {
      throw new IllegalArgumentException("vectors of " + weights.width() + " numbers, must be " + WIDTH);
    }
    int triggers = TriggerFeature.values().length;
    int parties = PartyFeature.values().length;
    int acts = ACTS.size() + 1;
    triggerIn = weights.matrix("triggerIn", triggers, TRIGGER);
    triggerOut = weights.matrix("triggerOut", acts, TRIGGER);
    triggerBias = weights.matrix("triggerBias", 1, acts)[0];
    triggerDirect = weights.matrix("triggerDirect", triggers, acts);
    holder = arc(weights, "holder", triggers, parties);
    target = arc(weights, "target", triggers, parties);
    pairIn = weights.matrix("pairIn", 2 * parties + PAIR_FEATURES, PAIR);
    pairActs = weights.matrix("pairActs", acts, PAIR);
    pairOut = weights.matrix("pairOut", 2, PAIR);
    pairBias = weights.matrix("pairBias", 1, 2)[0];
    pairDirect = weights.matrix("pairDirect", acts + PAIR_FEATURES, 2);
  }

  private static Arc arc(Weights weights, String role, int triggers, int parties) {
    int arcs = ArcFeature.values().length;
    return new Arc(weights.matrix(role + "Triggers", triggers, ARC), weights.matrix(role + "Parties", parties, ARC),
        weights.matrix(role + "Arcs", arcs, ARC), weights.matrix(role + "Out", 1, ARC)[0], weights.matrix(role + "Bias", 1, 1)[0][0],
        weights.matrix(role + "Direct", 1, arcs + parties)[0], weights.matrix(role + "None", 1, ARC)[0], weights.matrix(role + "NoneOut", 1, ARC)[0],
        weights.matrix(role + "NoneBias", 1, 1)[0][0]);
  }

  private static void check(Weights weights, String kind, List<?> own) {
    List<String> mine = own.stream().map(Object::toString).toList();
    if (!mine.equals(weights.names().get(kind))) {
      throw new IllegalArgumentException("the model's " + kind + " are not those of this version: " + weights.names().get(kind) + " instead of " + mine
          + "; train it again with training/stances.py");
    }
  }

  /** How likely each of {@link #ACTS} is, behind "none", at a trigger with that vector. */
  double[] acts(float[] vector, long features) {
    float[] hidden = Arrays.copyOfRange(vector, 0, TRIGGER);
    double[] scores = new double[triggerOut.length];
    for (long left = features; left != 0; left &= left - 1) {
      int feature = Long.numberOfTrailingZeros(left);
      add(hidden, triggerIn[feature]);
      for (int a = 0; a < scores.length; a++) {
        scores[a] += triggerDirect[feature][a];
      }
    }
    rectify(hidden);
    for (int a = 0; a < scores.length; a++) {
      scores[a] += dot(hidden, triggerOut[a]) + triggerBias[a];
    }
    return softmax(scores);
  }

  /** How likely each party is the trigger's holder, and behind them that none is. */
  double[] holders(float[] trigger, long features, List<float[]> vectors, List<Party> parties, long[] arcs) {
    return arcs(holder, HOLDER, trigger, features, vectors, parties, arcs);
  }

  /** How likely each party is the trigger's target, and behind them that none is. */
  double[] targets(float[] trigger, long features, List<float[]> vectors, List<Party> parties, long[] arcs) {
    return arcs(target, TARGET, trigger, features, vectors, parties, arcs);
  }

  private static double[] arcs(Arc role, int at, float[] trigger, long features, List<float[]> vectors, List<Party> parties, long[] arcs) {
    float[] base = Arrays.copyOfRange(trigger, at, at + ARC);
    addAll(base, role.triggers(), features);
    double[] scores = new double[parties.size() + 1];
    for (int p = 0; p < parties.size(); p++) {
      float[] hidden = base.clone();
      float[] vector = vectors.get(p);
      for (int i = 0; i < ARC; i++) {
        hidden[i] += vector[at + ARC + i];
      }
      double direct = 0;
      for (long left = arcs[p]; left != 0; left &= left - 1) {
        int feature = Long.numberOfTrailingZeros(left);
        add(hidden, role.arcs()[feature]);
        direct += role.direct()[feature];
      }
      for (long left = parties.get(p).features(); left != 0; left &= left - 1) {
        int feature = Long.numberOfTrailingZeros(left);
        add(hidden, role.parties()[feature]);
        direct += role.direct()[role.arcs().length + feature];
      }
      rectify(hidden);
      scores[p] = direct + dot(hidden, role.out()) + role.bias();
    }
    add(base, role.none());
    rectify(base);
    scores[parties.size()] = dot(base, role.noneOut()) + role.noneBias();
    return softmax(scores);
  }

  /**
   * Scores that one party is for another, and against it.
   *
   * @param from     vector of the one
   * @param to       vector of the other
   * @param between  vectors of the words between them
   * @param sentence vectors of the words of the sentence
   * @param features party features of the one, of the other, and {@link #PAIR_FEATURES} more, one bit each
   * @param acts     how likely it is that the one does each act to the other, "none" first
   */
  double[] attitude(float[] from, float[] to, List<float[]> between, List<float[]> sentence, boolean[] features, double[] acts) {
    float[] hidden = attended(from, to, sentence);
    for (int i = 0; i < PAIR; i++) {
      hidden[i] += from[FROM + i] + to[TO + i];
    }
    for (float[] word : between) {
      for (int i = 0; i < PAIR; i++) {
        hidden[i] += word[BETWEEN + i] / between.size();
      }
    }
    double[] scores = {pairBias[0], pairBias[1]};
    for (int f = 0; f < features.length; f++) {
      if (features[f]) {
        add(hidden, pairIn[f]);
      }
      int own = f - (features.length - PAIR_FEATURES);
      for (int s = 0; s < 2 && features[f] && own >= 0; s++) {
        scores[s] += pairDirect[acts.length + own][s];
      }
    }
    for (int a = 0; a < acts.length; a++) {
      for (int i = 0; i < PAIR; i++) {
        hidden[i] += (float) acts[a] * pairActs[a][i];
      }
      scores[0] += acts[a] * pairDirect[a][0];
      scores[1] += acts[a] * pairDirect[a][1];
    }
    rectify(hidden);
    scores[0] += dot(hidden, pairOut[0]);
    scores[1] += dot(hidden, pairOut[1]);
    return scores;
  }

  /** What the sentence's words say of the two (attention: Bahdanau et al. 2015, scaled as by Vaswani et al. 2017). */
  private static float[] attended(float[] from, float[] to, List<float[]> sentence) {
    double[] weights = new double[sentence.size()];
    for (int w = 0; w < weights.length; w++) {
      float[] word = sentence.get(w);
      float sum = 0;
      for (int i = 0; i < PAIR; i++) {
        sum += (from[ASKS + i] + to[ASKS_TOO + i]) * word[KEY + i];
      }
      weights[w] = sum / Math.sqrt(PAIR);
    }
    double[] shares = softmax(weights);
    float[] mixed = new float[PAIR];
    for (int w = 0; w < shares.length; w++) {
      float[] word = sentence.get(w);
      for (int i = 0; i < PAIR; i++) {
        mixed[i] += (float) shares[w] * word[VALUE + i];
      }
    }
    return mixed;
  }

  static double[] softmax(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    double[] shares = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      shares[i] = Math.exp(scores[i] - most);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static void addAll(float[] into, float[][] rows, long features) {
    for (long left = features; left != 0; left &= left - 1) {
      add(into, rows[Long.numberOfTrailingZeros(left)]);
    }
  }

  private static void add(float[] into, float[] row) {
    for (int i = 0; i < into.length; i++) {
      into[i] += row[i];
    }
  }

  private static void rectify(float[] hidden) {
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, hidden[i]);
    }
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
