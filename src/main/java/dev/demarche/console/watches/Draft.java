package dev.demarche.console.watches;

import dev.demarche.domain.Watch;
import java.util.List;
import java.util.Objects;

/**
 * A watch as an editor wrote it.
 *
 * @param watch    as it was read; null where something is wrong with how it is written
 * @param yaml     the same in YAML
 * @param form     the same in the inputs of the editor; null where the YAML is not read
 * @param problems for which it is refused
 * @param warnings for which it is not
 */
public record Draft(Watch watch, String yaml, WatchForm form, List<Flaw> problems, List<Flaw> warnings) {
  public Draft {
    Objects.requireNonNull(yaml, "yaml");
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Whether it can be put. */
  public boolean good() {
    return watch != null && problems.isEmpty();
  }

  /** This with problems that others found. */
  public Draft with(List<Flaw> more) {
    return new Draft(watch, yaml, form, more, warnings);
  }
}
