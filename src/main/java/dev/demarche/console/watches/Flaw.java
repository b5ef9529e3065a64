package dev.demarche.console.watches;

import dev.demarche.domain.Problem;

/**
 * A problem as it is shown.
 *
 * @param field which is wrong, as YAML names it; "" for the whole
 * @param error what is wrong with it
 * @param mend  what to write instead
 * @param input of the editor in which it is written; "" for none
 */
public record Flaw(String field, String error, String mend, String input) {

  static Flaw of(Problem problem) {
    return new Flaw(problem.field(), problem.message(), problem.mend(), WatchForm.input(problem.field()));
  }
}
