package dev.demarche.cli;

import dev.demarche.domain.Moment;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * From when on, as people write it in an option: what {@link Moment#before} takes.
 *
 * @param text as written; it has been checked
 */
record Since(String text) {

  /** The instant that is meant at {@code now}. */
  Instant at(Instant now) {
    return Moment.before(text, now);
  }

  /** Reads the value of an option. */
  static final class Converter implements ITypeConverter<Since> {
    @Override
    public Since convert(String text) {
      try {
        Moment.before(text, Instant.EPOCH);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
      return new Since(text);
    }
  }
}
