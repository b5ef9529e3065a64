package dev.demarche.tagging;

import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.statements.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A model that knows nothing and says much: any label and any link for any word, the same at every call. */
final class Noise {
  private static final int OWN = 150;
  private static final int CONTEXT = 25;

  private Noise() {}

  static List<Scores> windows(Words words) {
    int labels = Marked.facts().roles().labels().size();
    int links = 4 * Marked.facts().links().width();
    List<Scores> windows = new ArrayList<>();
    for (int own = 0; own < words.size(); own += OWN) {
      int ownTo = Math.min(words.size(), own + OWN);
      int from = Math.max(0, own - CONTEXT);
      int to = Math.min(words.size(), ownTo + CONTEXT);
      Random random = new Random(own);
      windows.add(new Scores(words, from, to, own, ownTo, rows(random, to - from, labels), rows(random, to - from, labels),
          rows(random, to - from, links), rows(random, 1, links)[0]));
    }
    return windows;
  }

  private static float[][] rows(Random random, int rows, int width) {
    float[][] values = new float[rows][width];
    for (float[] row : values) {
      for (int i = 0; i < width; i++) {
        row[i] = 6 * random.nextFloat();
      }
    }
    return values;
  }
}
