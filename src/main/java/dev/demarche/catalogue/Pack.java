package dev.demarche.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read from one or more files: the good values stand beside the problems of the bad ones.
 *
 * @param values   values without a problem, in order of the files
 * @param problems all that is wrong, in order of the files
 */
public record Pack<T>(List<Located<T>> values, List<PackProblem> problems) {
  public Pack {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** The values without their places. */
  public List<T> plain() {
    return values.stream().map(Located::value).toList();
  }

  /** This pack, followed by {@code other}. */
  public Pack<T> and(Pack<T> other) {
    List<Located<T>> allValues = new ArrayList<>(values);
    allValues.addAll(other.values);
    List<PackProblem> allProblems = new ArrayList<>(problems);
    allProblems.addAll(other.problems);
    return new Pack<>(allValues, allProblems);
  }
}
