package dev.demarche.console.system;

import java.util.Objects;

/**
 * Something that is not well.
 *
 * @param grade how bad
 * @param what  it is, as a sentence without its full stop
 * @param mend  what to do about it
 * @param link  where more is told, or null
 */
public record Trouble(Grade grade, String what, String mend, String link) {

  /** ERROR: something does not work. WARNING: it will not, or not well. NOTE: something cannot be told. */
  public enum Grade { ERROR, WARNING, NOTE }

  public Trouble {
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(mend, "mend");
  }

  /** The class by which a page shows it. */
  public String look() {
    return switch (grade) {
      case ERROR -> "critical";
      case WARNING -> "warning";
      case NOTE -> "info";
    };
  }
}
