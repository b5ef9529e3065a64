package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * A question that stands. Every part narrows it; a part that is left out asks for nothing.
 *
 * @param id            stable id, lower case with hyphens
 * @param name          what it asks, in words
 * @param severity      of the alerts that it raises
 * @param kind          what kind of finding it asks for
 * @param actors        ids of the catalogue, or names of actors that the catalogue does not know; empty: any. A group stands for
 *                      itself and for whoever belongs to it, see {@link Groups}
 * @param roles         in which of these roles an actor of {@code actors} must stand; empty without actors
 * @param acts          acts of a stance; empty: any
 * @param issues        ids of issues, any of which it must be about; empty: any or none
 * @param words         query in Lucene's syntax over the finding's sentence ({@code title:} and {@code article:} reach further), or null
 * @param from          sides of which a shift must have left one; empty: any
 * @param to            sides to which a shift must have come; empty: any
 * @param states        states of a condition, any of which it must have come into; empty: each report that tells of one is asked for
 * @param minConfidence least confidence of the finding, 0 to 1
 * @param outlets       whose articles it hears
 * @param trigger       when what it finds raises an alert
 * @param grouping      which of its alerts people are told of together, and when
 */
public record Watch(String id, String name, Severity severity, Finding.Kind kind, List<String> actors, List<Role> roles, List<Act> acts,
                    List<String> issues, String words, List<Side> from, List<Side> to, List<ConditionState.State> states, double minConfidence,
                    Outlets outlets, TriggerRule trigger, Grouping grouping) {

  public Watch {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(kind, "kind");
    actors = actors == null ? List.of() : List.copyOf(actors);
    acts = acts == null ? List.of() : List.copyOf(acts);
    issues = issues == null ? List.of() : List.copyOf(issues);
    from = from == null ? List.of() : List.copyOf(from);
    to = to == null ? List.of() : List.copyOf(to);
    states = states == null ? List.of() : List.copyOf(states);
    roles = roles == null || roles.isEmpty() ? (actors.isEmpty() ? List.of() : List.of(mainRole(kind))) : List.copyOf(roles);
    Confidence.check(minConfidence);
    outlets = outlets == null ? Outlets.ALL : outlets;
    trigger = trigger == null ? TriggerRule.EVERY : trigger;
    grouping = grouping == null ? Grouping.DEFAULT : grouping;
  }

  /** A watch that hears all outlets, triggers at every utterance, and groups as by default. */
  public Watch(String id, String name, Severity severity, Finding.Kind kind, List<String> actors, List<Role> roles, List<Act> acts,
               List<String> issues, String words, List<Side> from, List<Side> to, List<ConditionState.State> states, double minConfidence) {
    this(id, name, severity, kind, actors, roles, acts, issues, words, from, to, states, minConfidence, null, null, null);
  }

  /** A watch that asks for no shift from or to a side. */
  public Watch(String id, String name, Severity severity, Finding.Kind kind, List<String> actors, List<Role> roles, List<Act> acts,
               List<String> issues, String words, double minConfidence) {
    this(id, name, severity, kind, actors, roles, acts, issues, words, null, null, null, minConfidence);
  }

  /** A watch that asks for no state of a condition. */
  public Watch(String id, String name, Severity severity, Finding.Kind kind, List<String> actors, List<Role> roles, List<Act> acts,
               List<String> issues, String words, List<Side> from, List<Side> to, double minConfidence) {
    this(id, name, severity, kind, actors, roles, acts, issues, words, from, to, null, minConfidence);
  }

  /** The role that is meant where a watch names actors and no role. */
  public static Role mainRole(Finding.Kind kind) {
    return switch (kind) {
      case STATEMENT -> Role.SPEAKER;
      case STANCE, CONDITION, SHIFT -> Role.HOLDER;
      case MENTION -> Role.MENTIONED;
    };
  }
}
