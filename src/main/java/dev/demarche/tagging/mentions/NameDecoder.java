package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.encoder.Head;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import java.util.ArrayList;
import java.util.List;

/** Reads the names from what the encoder says of a window. Pure. */
public final class NameDecoder {
  private NameDecoder() {}

  /**
   * The names whose first word is the window's own, so that the names of all windows together are each found once.
   *
   * @param window what the encoder says of one window
   * @param head   the labels of its mentions: PERSON, ORGANIZATION, LOCATION
   * @return in order of the text; the last one may reach into the next window
   * @throws IllegalArgumentException if the head has another label
   */
  public static List<Named> names(Scores window, Head head) {
    Words words = window.words();
    List<Named> names = new ArrayList<>();
    for (LabelledSpan span : head.spans(window.mentions(), window.from())) {
      if (window.owns(span.from())) {
        names.add(new Named(words.begin(span.from()), words.end(span.to() - 1), type(span.label()), span.confidence()));
      }
    }
    return names;
  }

  private static EntityType type(String label) {
    return switch (label) {
      case "PERSON" -> EntityType.PERSON;
      case "ORGANIZATION" -> EntityType.ORGANIZATION;
      case "LOCATION" -> EntityType.PLACE;
      default -> throw new IllegalArgumentException("mentions: label " + label + " is none of PERSON, ORGANIZATION and LOCATION");
    };
  }
}
