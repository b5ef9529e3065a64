package dev.demarche.conditions;

import dev.demarche.domain.ConditionState.State;
import java.util.Objects;

/**
 * What a reported deed makes of a condition.
 *
 * @param state  the state that it leads to, or null where it says nothing of the condition
 * @param reason why, in words
 */
public record Verdict(State state, String reason) {
  static final Verdict NOTHING = new Verdict(null, "it says nothing of the condition");

  public Verdict {
    Objects.requireNonNull(reason, "reason");
  }
}
