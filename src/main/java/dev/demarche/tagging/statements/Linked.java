package dev.demarche.tagging.statements;

import dev.demarche.tagging.encoder.LabelledSpan;
import java.util.List;

/**
 * Source, cue and contents that belong together, as runs of words.
 *
 * @param source     null where nobody is named
 * @param cue        null where no words introduce the contents
 * @param contents   one or more, in order
 * @param confidence from 0 to 1
 */
public record Linked(LabelledSpan source, LabelledSpan cue, List<LabelledSpan> contents, double confidence) {

  public Linked {
    contents = List.copyOf(contents);
    if (contents.isEmpty()) {
      throw new IllegalArgumentException("contents are empty");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not within 0 and 1");
    }
  }
}
