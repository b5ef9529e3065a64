package dev.demarche.cli;

import java.time.Instant;
import picocli.CommandLine.ITypeConverter;

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
      Moment.before(text, Instant.EPOCH);
      return new Since(text);
    }
  }
}
