package dev.demarche.console;

import dev.demarche.alerting.Rehearsal;
import dev.demarche.console.actor.ActorApi;
import dev.demarche.console.actor.ActorPages;
import dev.demarche.console.alerts.AlertApi;
import dev.demarche.console.alerts.AlertPages;
import dev.demarche.console.alerts.AlertRoom;
import dev.demarche.console.alerts.Desk;
import dev.demarche.console.alerts.SilenceApi;
import dev.demarche.console.alerts.SilencePages;
import dev.demarche.console.index.Archive;
import dev.demarche.console.issue.ConditionPages;
import dev.demarche.console.issue.IssueApi;
import dev.demarche.console.issue.IssuePages;
import dev.demarche.console.issue.Issues;
import dev.demarche.console.live.Live;
import dev.demarche.console.live.LiveApi;
import dev.demarche.console.live.LivePages;
import dev.demarche.console.openapi.ApiPages;
import dev.demarche.console.openapi.OpenApi;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.positions.HeldLines;
import dev.demarche.console.positions.InstanceToken;
import dev.demarche.console.positions.LineStore;
import dev.demarche.console.positions.PositionApi;
import dev.demarche.console.positions.PositionPages;
import dev.demarche.console.positions.Positions;
import dev.demarche.console.positions.Proof;
import dev.demarche.console.reader.ReaderApi;
import dev.demarche.console.reader.ReaderPages;
import dev.demarche.console.search.Names;
import dev.demarche.console.search.SearchApi;
import dev.demarche.console.search.SearchPages;
import dev.demarche.console.system.Deliverer;
import dev.demarche.console.system.DeliveryPages;
import dev.demarche.console.system.LetterPages;
import dev.demarche.console.system.Letters;
import dev.demarche.console.system.Progress;
import dev.demarche.console.system.Receivers;
import dev.demarche.console.system.SystemApi;
import dev.demarche.console.system.SystemPages;
import dev.demarche.console.system.SystemRoom;
import dev.demarche.console.system.Watchman;
import dev.demarche.console.watches.DraftTrial;
import dev.demarche.console.watches.Expected;
import dev.demarche.console.watches.Trials;
import dev.demarche.console.watches.WatchApi;
import dev.demarche.console.watches.WatchDesk;
import dev.demarche.console.watches.WatchPages;
import dev.demarche.console.watches.WatchRoom;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Faults;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Silence;
import dev.demarche.domain.Watch;
import dev.demarche.network.LocalRequest;
import dev.demarche.network.RegisteredHouses;
import dev.demarche.positions.Rules;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.MockTopics;
import dev.demarche.topics.Originals;
import dev.demarche.topics.Republisher;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** All rooms of the console on a loopback address, over an archive that a test has filled, and without a stream. */
public final class AllRooms implements AutoCloseable {
  private static final Rules RULES = new Rules(0.5, 1, Duration.ofDays(7), Duration.ofHours(24), 100);

  private final HttpEndpoint endpoint;
  private final ListenAddress at;
  private final Trials trials;

  /**
   * What the rooms stand on beside the archive.
   *
   * @param topics where dead letters have come from
   * @param trial  what every trial of a watch comes to
   * @param notice above all pages
   */
  public record Around(Archive archive, Live live, LineStore lines, Watchman watchman, MockTopics topics, Alert trial, String notice, Clock clock) {}

  public AllRooms(Around around) throws Exception {
    Archive archive = around.archive;
    Clock clock = around.clock;
    Assets assets = new Assets();
    Pages pages = new Pages(assets, around::notice);
    Rolls rolls = new Rolls(archive);
    Names names = new Names(rolls);
    RegisteredHouses houses = RegisteredHouses.owned(null);
    InstanceToken token = new InstanceToken(null, new LocalRequest("localhost"));
    HeldLines lines = new HeldLines(around.lines, token);
    Positions positions = new Positions(archive, clock);
    Proof proof = new Proof(archive, lines, RULES);
    Issues issues = new Issues(archive, rolls, positions, clock);
    AlertRoom alerts = new AlertRoom(archive, new Deaf(), clock);
    DraftTrial trial = (draft, since, now, progress) ->
        new DraftTrial.Heard(new Rehearsal.Outcome(draft, 1, List.of(around.trial), List.of(List.of(around.trial.id())), 0), 1);
    trials = new Trials(trial, clock, Duration.ofSeconds(5));
    WatchRoom watches = new WatchRoom(archive, rolls, new Deaf(), trials, clock);
    Letters letters = new Letters(archive, new Republisher(new Originals(around.topics::consumer), around.topics::producer, "news.", new ArticleCodec(), clock));
    Receivers receivers = new Receivers(archive, new Deaf());
    SystemRoom system = new SystemRoom(around.watchman, () -> new Progress(0, true), letters, receivers, clock);
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(new Gate(), new Faults(pages), assets, new ApiPages(pages, new OpenApi()),
        new LivePages(around.live, pages), new LiveApi(around.live), new ReaderPages(archive, pages), new ReaderApi(archive),
        new ActorPages(archive, rolls, clock, pages), new ActorApi(archive, rolls, clock), new IssuePages(pages, issues),
        new ConditionPages(pages, issues), new IssueApi(issues),
        new PositionPages(pages, rolls, positions, proof), new PositionApi(rolls, positions, proof, lines, token),
        new AlertPages(alerts, pages), new AlertApi(alerts), new SilencePages(alerts, pages), new SilenceApi(alerts),
        new WatchPages(watches, pages), new WatchApi(watches), new SearchPages(pages, archive, houses, names), new SearchApi(archive, houses, names),
        new SystemPages(pages, system), new LetterPages(pages, letters), new DeliveryPages(pages, receivers), new SystemApi(system, letters, receivers)));
    at = endpoint.start();
  }

  public ListenAddress at() {
    return at;
  }

  /** Takes what is written, and writes it nowhere. */
  private static final class Deaf implements Desk, WatchDesk, Deliverer {
    @Override
    public void react(Collection<Reaction> reactions) {}

    @Override
    public void put(Silence silence) {}

    @Override
    public Edit put(Watch watch, Expected expected) {
      return new Edit.Done(1);
    }

    @Override
    public Edit delete(String id, Expected expected) {
      return new Edit.Done(2);
    }

    @Override
    public List<String> receivers() {
      return List.of("desk");
    }

    @Override
    public void again(List<Delivery> some) {}
  }

  @Override
  public void close() {
    endpoint.close();
    trials.close();
  }
}
