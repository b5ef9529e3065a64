package dev.demarche.catalogue;

import dev.demarche.domain.Problem;
import java.util.Map;
import java.util.Objects;

/**
 * A value with the place where a user wrote it.
 *
 * @param value the value
 * @param file  name of the file as the user knows it, or of what else holds the value
 * @param line  line on which the value starts, from 1; 0 where there are no lines
 * @param lines lines of its fields, dotted and indexed: {@code name}, {@code aliases[2]}, {@code roles[0].of}
 */
public record Located<T>(T value, String file, int line, Map<String, Integer> lines) {
  public Located {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(file, "file");
    lines = Map.copyOf(lines);
  }

  /** A value that stands in no file but in {@code where}, such as "news.actors, version 12". */
  public static <T> Located<T> in(String where, T value) {
    return new Located<>(value, where, 0, Map.of());
  }

  /** Line of {@code field}; where it is not written, that of the nearest field around it, at last that of the value. */
  public int lineOf(String field) {
    return lineOf(lines, line, field);
  }

  /** {@code problem}, found in this value by whatever check, at its place. */
  public PackProblem problem(Problem problem) {
    return new PackProblem(file, lineOf(problem.field()), problem);
  }

  static int lineOf(Map<String, Integer> lines, int line, String field) {
    for (String at = field; !at.isEmpty(); at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))))) {
      if (lines.containsKey(at)) {
        return lines.get(at);
      }
    }
    return line;
  }
}
