package dev.demarche.alerting;

import dev.demarche.domain.AlertLife;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of a watch's alerts were useful, of those that somebody has judged.
 *
 * @param useful judged useful
 * @param not    judged not useful
 */
public record Precision(int useful, int not) {

  /** The precision of each watch of whose alerts one was judged, by watch id. */
  public static Map<String, Precision> byWatch(Collection<AlertLife> lives) {
    Map<String, Precision> all = new TreeMap<>();
    for (AlertLife life : lives) {
      if (life.useful() != null) {
        all.merge(life.alert().watch().id(), life.useful() ? new Precision(1, 0) : new Precision(0, 1), Precision::plus);
      }
    }
    return all;
  }

  private Precision plus(Precision other) {
    return new Precision(useful + other.useful, not + other.not);
  }

  /** For people: {@code precision 0.75 (3 of 4 judged)}. */
  public String words() {
    int judged = useful + not;
    return judged == 0 ? "not judged" : String.format(Locale.ROOT, "precision %.2f (%d of %d judged)", (double) useful / judged, useful, judged);
  }
}
