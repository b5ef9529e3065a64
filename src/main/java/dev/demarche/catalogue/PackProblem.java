package dev.demarche.catalogue;

import dev.demarche.domain.Problem;
import java.util.Objects;

/**
 * A problem with its place in a file.
 *
 * @param file    name of the file as the user knows it, or of what else holds the value
 * @param line    line in it, from 1; 0 where it has no lines
 * @param problem what is wrong and how to mend it
 */
public record PackProblem(String file, int line, Problem problem) {
  public PackProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(problem, "problem");
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " of " + file + " is negative");
    }
  }

  /** One line for people: {@code FILE:LINE: field: message; mend}, without the field where the whole is meant. */
  public String message() {
    String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
    return place(file, line) + ": " + field + problem.message() + "; " + problem.mend();
  }

  static String place(String file, int line) {
    return line == 0 ? file : file + ":" + line;
  }

  @Override
  public String toString() {
    return message();
  }
}
