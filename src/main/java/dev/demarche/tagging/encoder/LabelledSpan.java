package dev.demarche.tagging.encoder;

import java.util.Objects;

/**
 * A run of words with a label.
 *
 * @param from       index of the first word, 0 or more
 * @param to         index behind the last word, more than {@code from}
 * @param label      what the run is, without the letter for the place in the run: "SOURCE", "PERSON"
 * @param confidence from 0 to 1
 */
public record LabelledSpan(int from, int to, String label, double confidence) {

  public LabelledSpan {
    Objects.requireNonNull(label, "label");
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("span [" + from + ", " + to + ") holds no words");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not within 0 and 1");
    }
  }
}
