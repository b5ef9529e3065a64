package dev.demarche.app.doctor;

import java.util.Objects;

/**
 * Something that is wrong.
 *
 * @param grade how bad it is
 * @param code  what kind it is, for programs: {@code topic-missing}
 * @param what  what is wrong, naming topic and value
 * @param mend  what to do about it, mostly a command
 */
public record Ailment(Grade grade, String code, String what, String mend) {
  public Ailment {
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(mend, "mend");
  }
}
