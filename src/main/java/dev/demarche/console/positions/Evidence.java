package dev.demarche.console.positions;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Position;
import dev.demarche.domain.Position.Stood;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.positions.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What proves where an actor stands on an issue.
 *
 * @param key       id of the actor, or {@code name:} and the name
 * @param actor     name
 * @param issue     id
 * @param issueName name
 * @param at        the time of which it is told, or null for now
 * @param now       the stand at that time, or null where nothing is known of it
 * @param condition the last report of the condition on which it is held, or null
 * @param towards   the stands towards single targets
 * @param history   the stands before, the newest first
 * @param shifts    the newest first
 * @param reports   all that are kept one by one, the newest first; empty where the line cannot be had
 * @param counted   how many articles reported something in all
 * @param holder    the other instance that gave the line, or null
 * @param lack      why the reports cannot be had, or null
 */
public record Evidence(String key, String actor, String issue, String issueName, Instant at, Stand now, Quote condition, List<Towards> towards,
                       List<Stand> history, List<Turn> shifts, List<Report> reports, long counted, String holder, String lack) {

  /** A side that was held for a while. */
  public record Stand(Standing standing, String act, Instant since, Instant last, int publishers, int reports, Quote quote) {
    static Stand of(Stood stood) {
      return new Stand(Standing.of(stood.side()), Words.of(stood.act()), stood.since(), stood.last(), stood.publishers(), stood.reports(),
          Quote.of(stood.evidence()));
    }
  }

  /** The present stand towards somebody; {@code key} is for the address of that actor's page. */
  public record Towards(String key, String name, Stand now) {
    static Towards of(Position position) {
      return new Towards(position.targetActor() != null ? position.targetActor() : "name:" + position.target(), position.target(), Stand.of(position.now()));
    }

    /** The target's page. */
    public String link() {
      return Links.actor(key);
    }
  }

  /**
   * A shift with both of its receipts.
   *
   * @param who  name of the actor, {@code link} to its evidence
   * @param what it is, in words
   */
  public record Turn(String id, String who, String link, String what, String reason, String target, Instant at, Standing from, Standing to, boolean conditional,
                     Quote before, Quote after) {
    /** A shift. */
    public static Turn of(Shift shift) {
      return new Turn(shift.id(), shift.name(), shift.issue() == null ? null : Links.position(shift.actor(), shift.name(), shift.issue()),
          Words.of(shift.kind()), shift.reason(), shift.target(), shift.after().at(), standing(shift.from(), shift.before().side()),
          standing(shift.to(), shift.after().side()), shift.to() == Side.CONDITIONAL, Quote.of(shift.before()), Quote.of(shift.after()));
    }

    private static Standing standing(Side side, Side reported) {
      return Standing.of(side == Side.CONDITIONAL ? reported : side);
    }
  }

  /** A report that is kept, whether it has a part in a stand, and why. */
  public record Report(Quote quote, String target, boolean counts, String reason) {
    static Report of(Verdict verdict) {
      return new Report(Quote.of(verdict.receipt()), verdict.receipt().target(), verdict.counts(), verdict.reason());
    }
  }

  public Evidence {
    towards = List.copyOf(towards);
    history = List.copyOf(history);
    shifts = List.copyOf(shifts);
    reports = List.copyOf(reports);
  }

  /** Whether nothing at all is known. */
  public boolean isEmpty() {
    return now == null && reports.isEmpty() && shifts.isEmpty() && history.isEmpty();
  }

  /** The actor's page. */
  public String actorLink() {
    return Links.actor(key);
  }

  /** This page. */
  public String link() {
    return "/positions/" + Links.part(key) + "/" + Links.part(issue);
  }
}
