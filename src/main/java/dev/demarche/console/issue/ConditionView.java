package dev.demarche.console.issue;

import dev.demarche.console.names.Roll;
import dev.demarche.console.positions.Quote;
import dev.demarche.console.web.Links;
import dev.demarche.domain.ConditionState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A condition and its life.
 *
 * @param id          of the condition
 * @param state       where its life stands
 * @param by          who sets it, or null
 * @param byLink      to that actor, or null
 * @param actor       who must act, or null where nobody is named
 * @param actorLink   to that actor, or null
 * @param marker      the word that joins the two parts
 * @param antecedent  what must or must not happen
 * @param consequence what then follows
 * @param issues      it is about
 * @param since       event time of the first report
 * @param publishers  independent ones that report that it is set
 * @param reports     articles that do
 * @param steps       of its life, the first first
 * @param receipts    the first reports that it is set
 */
public record ConditionView(String id, State state, String by, String byLink, String actor, String actorLink, String marker, String antecedent,
                            String consequence, List<Named> issues, Instant since, int publishers, int reports, List<Step> steps, List<Quote> receipts) {

  /** A state, by word and sign. */
  public enum State {
    OPEN("\u25cb"), MET("\u2713"), BREACHED("\u2717"), WITHDRAWN("\u21a9");

    private final String sign;

    State(String sign) {
      this.sign = sign;
    }

    /** One character. */
    public String sign() {
      return sign;
    }

    /** In words. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An issue by id and name. */
  public record Named(String id, String name) {
    /** The issue's page. */
    public String link() {
      return Links.issue(id);
    }
  }

  /** A step of its life. */
  public record Step(State state, Instant at, int publishers, String reason, Quote quote) {}

  public ConditionView {
    issues = List.copyOf(issues);
    steps = List.copyOf(steps);
    receipts = List.copyOf(receipts);
  }

  /** What is shown of {@code state}. */
  public static ConditionView of(ConditionState state, Roll roll) {
    String actor = state.asks() == null ? null : state.asks().actor();
    return new ConditionView(state.id(), State.valueOf(state.state().name()), state.by(), actorLink(state.byActor(), state.by()), actor,
        state.asks() == null ? null : actorLink(state.asks().actorId(), actor), state.marker(), state.antecedent(), state.consequence(),
        state.issues().stream().map(id -> new Named(id, roll.issue(id))).toList(), state.since(), state.publishers(), state.reports(),
        state.changes().stream().map(change -> new Step(State.valueOf(change.state().name()), change.at(), change.publishers(), change.reason(),
            Quote.of(change.receipt()))).toList(),
        state.receipts().stream().map(Quote::of).toList());
  }

  private static String actorLink(String id, String name) {
    return Links.actor(id, name);
  }

  /** Its page. */
  public String link() {
    return Links.condition(id);
  }

  /** The last step of its life. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }
}
