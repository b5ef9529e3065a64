package dev.demarche.tagging.statements;

import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Links;
import dev.demarche.tagging.encoder.Scores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well the spans of one window fit each other: products of the vectors that the model gave their words, plus a term for the distance. */
final class LinkScores {
  private static final int CONTENT = 0;
  private static final int CUE = 1;
  private static final int CUE_ASKING = 2;
  private static final int SOURCE = 3;

  private final Scores scores;
  private final Links links;
  private final Map<LabelledSpan, float[]> lookedFor = new HashMap<>();

  LinkScores(Scores scores, Links links) {
    this.scores = scores;
    this.links = links;
  }

  /** For each of {@code cues} how well it fits {@code content}. */
  double[] cues(LabelledSpan content, List<LabelledSpan> cues) {
    float[] asking = mean(content, CONTENT);
    return cues.stream().mapToDouble(cue -> product(asking, lookedFor(cue, CUE)) + links.contentCue()[bucket(content, cue)]).toArray();
  }

  /** For each of {@code sources}, and last for none of them, how well it fits {@code cue}. */
  double[] sources(LabelledSpan cue, List<LabelledSpan> sources) {
    float[] asking = mean(cue, CUE_ASKING);
    double[] found = new double[sources.size() + 1];
    for (int i = 0; i < sources.size(); i++) {
      found[i] = product(asking, lookedFor(sources.get(i), SOURCE)) + links.cueSource()[bucket(cue, sources.get(i))];
    }
    float[] none = new float[links.width()];
    System.arraycopy(scores.none(), SOURCE * links.width(), none, 0, none.length);
    found[sources.size()] = product(asking, none);
    return found;
  }

  /** The vector of a span that others look for; each kind of span has but one such. */
  private float[] lookedFor(LabelledSpan span, int vector) {
    return lookedFor.computeIfAbsent(span, key -> mean(key, vector));
  }

  private float[] mean(LabelledSpan span, int vector) {
    float[] mean = new float[links.width()];
    for (int word = span.from(); word < span.to(); word++) {
      float[] row = scores.links()[word - scores.from()];
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[vector * mean.length + i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= span.to() - span.from();
    }
    return mean;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static int bucket(LabelledSpan looking, LabelledSpan lookedFor) {
    boolean behind = lookedFor.from() >= looking.to();
    return Links.bucket(behind ? lookedFor.from() - looking.to() : looking.from() - lookedFor.to(), behind);
  }
}
