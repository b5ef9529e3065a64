package dev.demarche.tagging;

import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.statements.Marked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A model that knows nothing and says much: any label and any link for any word, the same at every call. */
final class Noise {
  private static final int OWN = 150;
  private static final int CONTEXT = 25;

  private static final int LABELS = Marked.facts().roles().labels().size();
  private static final int LINKS = 4 * Marked.facts().links().width();
  private static final float[][] ROLES = rows(1, OWN + 2 * CONTEXT, LABELS);
  private static final float[][] MENTIONS = rows(2, OWN + 2 * CONTEXT, LABELS);
  private static final float[][] VECTORS = rows(3, OWN + 2 * CONTEXT, LINKS);

  private Noise() {}

  static List<Scores> windows(Words words) {
    List<Scores> windows = new ArrayList<>();
    for (int own = 0; own < words.size(); own += OWN) {
      int ownTo = Math.min(words.size(), own + OWN);
      int from = Math.max(0, own - CONTEXT);
      int to = Math.min(words.size(), ownTo + CONTEXT);
      windows.add(new Scores(words, from, to, own, ownTo, Arrays.copyOf(ROLES, to - from), Arrays.copyOf(MENTIONS, to - from),
          Arrays.copyOf(VECTORS, to - from), VECTORS[0]));
    }
    return windows;
  }

  private static float[][] rows(long seed, int rows, int width) {
    Random random = new Random(seed);
    float[][] values = new float[rows][width];
    for (float[] row : values) {
      for (int i = 0; i < width; i++) {
        row[i] = 6 * random.nextFloat();
      }
    }
    return values;
  }
}
