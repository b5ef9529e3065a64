package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Words;
import java.util.Objects;

/**
 * A name that the trained model sees in a text.
 *
 * @param begin      first UTF-16 code unit, 0 or more
 * @param end        behind the last code unit, more than {@code begin}
 * @param type       what it is; {@link EntityType#PLACE} for any place, since whether a place is a country is for a catalogue to say
 * @param confidence from 0 to 1
 */
public record Named(int begin, int end, EntityType type, double confidence) {
  public Named {
    Objects.requireNonNull(type, "type");
    if (type == EntityType.COUNTRY) {
      throw new IllegalArgumentException("type COUNTRY is the catalogue's to say; a place seen in a text is a PLACE");
    }
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("name [" + begin + ", " + end + ") holds nothing");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not within 0 and 1");
    }
  }

  /**
   * The name that the model marks in a text.
   *
   * @param span a run of {@code words} with the label PERSON, ORGANIZATION or LOCATION
   * @throws IllegalArgumentException if the label is another one
   */
  public static Named of(LabelledSpan span, Words words) {
    EntityType type = switch (span.label()) {
      case "PERSON" -> EntityType.PERSON;
      case "ORGANIZATION" -> EntityType.ORGANIZATION;
      case "LOCATION" -> EntityType.PLACE;
      default -> throw new IllegalArgumentException("mentions: label " + span.label() + " is none of PERSON, ORGANIZATION and LOCATION");
    };
    return new Named(words.begin(span.from()), words.end(span.to() - 1), type, span.confidence());
  }
}
