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
 * @param polarity      which way a stance must go, one of these; empty: any
 * @param issues        ids of issues, any of which it must be about; empty: any or none
 * @param words         query in Lucene's syntax over the finding's sentence; {@code evidence:}, {@code title:} and {@code article:} look elsewhere; or null
 * @param from          sides of which a shift must have left one; empty: any
 * @param to            sides to which a shift must have come; empty: any
 * @param states        states of a condition, any of which it must have come into; empty: each report that tells of one is asked for
 * @param minConfidence least confidence of the finding, 0 to 1
 * @param outlets       whose articles it hears
 * @param trigger       when what it finds raises an alert
 * @param grouping      which of its alerts people are told of together, and when
 */
public record Watch(String id, String name, Severity severity, Finding.Kind kind, List<String> actors, List<Role> roles, List<Act> acts,
                    List<Polarity> polarity, List<String> issues, String words, List<Side> from, List<Side> to, List<ConditionState.State> states, double minConfidence,
                    Outlets outlets, TriggerRule trigger, Grouping grouping) {

  public Watch {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(kind, "kind");
    actors = actors == null ? List.of() : List.copyOf(actors);
    acts = acts == null ? List.of() : List.copyOf(acts);
    polarity = polarity == null ? List.of() : List.copyOf(polarity);
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

  /** Begins a watch with nothing but what it must have: its name is its id, its severity WARNING, and it asks for everything of its kind. */
  public static Builder of(String id, Finding.Kind kind) {
    return new Builder(id, kind);
  }

  /** The role that is meant where a watch names actors and no role. */
  public static Role mainRole(Finding.Kind kind) {
    return switch (kind) {
      case STATEMENT -> Role.SPEAKER;
      case STANCE, CONDITION, SHIFT -> Role.HOLDER;
      case MENTION -> Role.MENTIONED;
    };
  }

  /** Writes a watch part by part; what is not said, or null, is not asked. Not safe for threads. */
  public static final class Builder {
    private final String id;
    private final Finding.Kind kind;
    private String name;
    private Severity severity;
    private List<String> actors;
    private List<Role> roles;
    private List<Act> acts;
    private List<Polarity> polarity;
    private List<String> issues;
    private String words;
    private List<Side> from;
    private List<Side> to;
    private List<ConditionState.State> states;
    private double minConfidence;
    private Outlets outlets;
    private TriggerRule trigger;
    private Grouping grouping;

    private Builder(String id, Finding.Kind kind) {
      this.id = id;
      this.kind = kind;
    }

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder severity(Severity severity) {
      this.severity = severity;
      return this;
    }

    public Builder actors(String... actors) {
      return actors(List.of(actors));
    }

    public Builder actors(List<String> actors) {
      this.actors = actors;
      return this;
    }

    public Builder roles(Role... roles) {
      return roles(List.of(roles));
    }

    public Builder roles(List<Role> roles) {
      this.roles = roles;
      return this;
    }

    public Builder acts(Act... acts) {
      return acts(List.of(acts));
    }

    public Builder acts(List<Act> acts) {
      this.acts = acts;
      return this;
    }

    public Builder polarity(Polarity... polarity) {
      return polarity(List.of(polarity));
    }

    public Builder polarity(List<Polarity> polarity) {
      this.polarity = polarity;
      return this;
    }

    public Builder issues(String... issues) {
      return issues(List.of(issues));
    }

    public Builder issues(List<String> issues) {
      this.issues = issues;
      return this;
    }

    public Builder words(String words) {
      this.words = words;
      return this;
    }

    public Builder from(Side... from) {
      return from(List.of(from));
    }

    public Builder from(List<Side> from) {
      this.from = from;
      return this;
    }

    public Builder to(Side... to) {
      return to(List.of(to));
    }

    public Builder to(List<Side> to) {
      this.to = to;
      return this;
    }

    public Builder states(ConditionState.State... states) {
      return states(List.of(states));
    }

    public Builder states(List<ConditionState.State> states) {
      this.states = states;
      return this;
    }

    public Builder minConfidence(double least) {
      this.minConfidence = least;
      return this;
    }

    public Builder outlets(Outlets outlets) {
      this.outlets = outlets;
      return this;
    }

    public Builder trigger(TriggerRule trigger) {
      this.trigger = trigger;
      return this;
    }

    public Builder grouping(Grouping grouping) {
      this.grouping = grouping;
      return this;
    }

    /** The watch as it was written so far. */
    public Watch build() {
      return new Watch(id, name == null ? id : name, severity == null ? Severity.WARNING : severity, kind, actors, roles, acts, polarity, issues, words,
          from, to, states, minConfidence, outlets, trigger, grouping);
    }
  }
}
