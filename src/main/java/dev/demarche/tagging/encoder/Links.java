package dev.demarche.tagging.encoder;

import java.util.Objects;

/**
 * How contents find their cue and cues their source. A word's row of {@link Scores#links()} holds four vectors, each {@code width} wide: a
 * content looking for its cue, a cue being looked for, a cue looking for its source, a source being looked for.
 *
 * @param width      width of one vector, 1 or more
 * @param contentCue 16 terms added to a content's score for a cue, by {@link #bucket}
 * @param cueSource  16 terms added to a cue's score for a source, by {@link #bucket}
 */
public record Links(int width, float[] contentCue, float[] cueSource) {
  /** Number of buckets: eight before, eight behind. */
  public static final int BUCKETS = 16;

  public Links {
    Objects.requireNonNull(contentCue, "contentCue");
    Objects.requireNonNull(cueSource, "cueSource");
    if (width < 1) {
      throw new IllegalArgumentException("width " + width + " is not 1 or more");
    }
    if (contentCue.length != BUCKETS || cueSource.length != BUCKETS) {
      throw new IllegalArgumentException("contentCue has " + contentCue.length + " and cueSource " + cueSource.length + " terms, both must have "
          + BUCKETS);
    }
    contentCue = contentCue.clone();
    cueSource = cueSource.clone();
  }

  /**
   * The bucket of a distance.
   *
   * @param gap    words between the two spans, 0 where they touch; less counts as 0
   * @param behind whether the span that is looked for stands behind the one that looks
   */
  public static int bucket(int gap, boolean behind) {
    int log = 31 - Integer.numberOfLeadingZeros(Math.max(0, gap) + 1);
    return Math.min(7, log) + (behind ? 8 : 0);
  }
}
