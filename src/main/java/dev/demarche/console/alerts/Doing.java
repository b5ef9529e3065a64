package dev.demarche.console.alerts;

import dev.demarche.alerting.Matcher;
import dev.demarche.alerting.SilenceForm;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Silence;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What people do about alerts: checked, signed, written, and seen at once. Safe for use by several threads. */
final class Doing {
  private final Board board;
  private final SilenceList silences;
  private final Ahead ahead;
  private final Desk desk;
  private final Clock clock;

  Doing(Board board, SilenceList silences, Ahead ahead, Desk desk, Clock clock) {
    this.board = board;
    this.silences = silences;
    this.ahead = ahead;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Does {@code action} about {@code alerts}.
   *
   * @param text   or null
   * @param useful of a verdict, else null
   * @throws Refused if the visitor may not, what is asked for is wrong, or the brokers do not take it
   */
  List<Reaction> react(Visitor visitor, List<Alert> alerts, Reaction.Action action, String text, Boolean useful) {
    mayEdit(visitor);
    if (action == Reaction.Action.VERDICT && useful == null) {
      throw new Refused(400, "the verdict is missing", "say whether the alert was useful: true or false", "useful");
    }
    List<Reaction> reactions;
    try {
      String words = text == null || text.isBlank() ? null : text.strip();
      reactions = alerts.stream().map(alert -> new Reaction(alert.watch().id(), alert.id(), action, visitor.name(),
          clock.instant().truncatedTo(ChronoUnit.MILLIS), words, action == Reaction.Action.VERDICT ? useful : null)).toList();
    } catch (IllegalArgumentException e) {
      throw Refused.of("text", e);
    }
    written(() -> desk.react(reactions));
    ahead.sent(reactions);
    return reactions;
  }

  /**
   * Makes the silence that is asked for.
   *
   * @throws SilenceForm.Fault if something is wrong with it
   * @throws Refused           if the visitor may not, or the brokers do not take it
   */
  Silence make(Visitor visitor, SilenceForm form) {
    mayEdit(visitor);
    Silence silence = form.silence(SilenceForm.newId(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    put(silence);
    return silence;
  }

  /**
   * Ends the silence {@code id} now; one that has ended stays as it is.
   *
   * @throws Refused if there is none, the visitor may not, or the brokers do not take it
   */
  Silence end(Visitor visitor, String id) {
    mayEdit(visitor);
    Silence silence = silences.of(id).orElseThrow(() -> Refused.unknown("silence", id));
    if (silences.state(silence) == SilenceList.State.ENDED) {
      return silence;
    }
    Silence ended = silence.ended(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    put(ended);
    return ended;
  }

  private void put(Silence silence) {
    written(() -> desk.put(silence));
    ahead.sent(silence);
  }

  /** The alerts that fire and that {@code matchers} fit. */
  List<Seen> fitting(List<Matcher> matchers) {
    return board.firing().stream().filter(one -> matchers.stream().allMatch(matcher -> matcher.matches(one.life().alert()))).toList();
  }

  private static void mayEdit(Visitor visitor) {
    if (!visitor.edits()) {
      throw new Refused(403, "your role is to read, not to change", "ask whoever runs this instance for the role of an editor", null);
    }
  }

  private static void written(Runnable writing) {
    try {
      writing.run();
    } catch (RuntimeException e) {
      throw new Refused(503, "the brokers did not take it (" + e.getMessage() + ")", "try again in a moment", null);
    }
  }
}
