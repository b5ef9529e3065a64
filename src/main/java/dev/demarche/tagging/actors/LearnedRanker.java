package dev.demarche.tagging.actors;

import dev.demarche.tagging.text.Verbs;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks by weights that were learned ({@code training/pronouns.py}): a network with one hidden layer gives each row a score, and the softmax
 * over the rows of one pronoun is the probability. There is one such network for each {@link Pronoun.Asks}. Immutable and safe for use by
 * several threads.
 *
 * <p>Each line of the file {@code pronouns.txt} is whom the pronoun asks for, a {@link Feature}, its weight in the score, and its weights in the hidden units; BIAS is
 * added to these, and OUT holds the units' own weights in the score.
 */
final class LearnedRanker implements PronounRanker {
  private static final LearnedRanker STANDARD = new LearnedRanker(Verbs.lines("pronouns.txt"));

  private record Weights(float[] direct, float[][] hidden, float[] bias, float[] out) {}

  private final Map<Pronoun.Asks, Weights> weights = new EnumMap<>(Pronoun.Asks.class);

  LearnedRanker(List<String> lines) {
    Map<String, float[]> rows = new HashMap<>();
    for (String line : lines) {
      String[] cells = line.split("\\s+");
      float[] row = new float[cells.length - 2];
      for (int i = 0; i < row.length; i++) {
        row[i] = Float.parseFloat(cells[i + 2]);
      }
      rows.put(cells[0] + " " + cells[1], row);
    }
    for (Pronoun.Asks asks : Pronoun.Asks.values()) {
      weights.put(asks, weights(asks, rows));
    }
  }

  /** The ranker with the weights that come along. */
  static LearnedRanker standard() {
    return STANDARD;
  }

  private static Weights weights(Pronoun.Asks asks, Map<String, float[]> rows) {
    Feature[] features = Feature.values();
    float[] out = row(asks, "OUT", rows, -1);
    float[] direct = new float[features.length];
    float[][] hidden = new float[features.length][];
    for (Feature feature : features) {
      float[] row = row(asks, feature.name(), rows, out.length);
      direct[feature.ordinal()] = row[0];
      hidden[feature.ordinal()] = row;
    }
    return new Weights(direct, hidden, row(asks, "BIAS", rows, out.length), out);
  }

  private static float[] row(Pronoun.Asks asks, String name, Map<String, float[]> rows, int length) {
    float[] row = rows.get(asks + " " + name);
    if (row == null || length >= 0 && row.length != length) {
      throw new IllegalArgumentException("pronouns.txt: " + (row == null ? "no line " + asks + " " + name
          : asks + " " + name + " has " + row.length + " weights instead of " + length) + "; train again with training/pronouns.py");
    }
    return row;
  }

  @Override
  public double[] probabilities(Pronoun pronoun, List<Candidate> candidates, float[][] rows) {
    Weights learned = weights.get(pronoun.asks());
    double[] scores = new double[rows.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < rows.length; r++) {
      scores[r] = score(learned, rows[r]);
      most = Math.max(most, scores[r]);
    }
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      scores[r] = Math.exp(scores[r] - most);
      sum += scores[r];
    }
    for (int r = 0; r < rows.length; r++) {
      scores[r] /= sum;
    }
    return scores;
  }

  private static double score(Weights learned, float[] row) {
    float[] units = learned.bias().clone();
    double score = 0;
    for (int f = 0; f < row.length; f++) {
      if (row[f] != 0) {
        score += row[f] * learned.direct()[f];
        float[] into = learned.hidden()[f];
        for (int u = 1; u < units.length; u++) {
          units[u] += row[f] * into[u];
        }
      }
    }
    for (int u = 1; u < units.length; u++) {
      score += Math.tanh(units[u]) * learned.out()[u];
    }
    return score;
  }
}
