package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
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
}
