package dev.demarche.app;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.issue.ConditionPages;
import dev.demarche.console.issue.IssueApi;
import dev.demarche.console.issue.IssuePages;
import dev.demarche.console.issue.Issues;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.positions.HeldLines;
import dev.demarche.console.positions.InstanceToken;
import dev.demarche.console.positions.PositionApi;
import dev.demarche.console.positions.PositionPages;
import dev.demarche.console.positions.Positions;
import dev.demarche.console.positions.Proof;
import dev.demarche.console.web.Pages;
import java.time.Clock;
import java.util.List;

/** What the console shows of positions, issues and conditions, with the stream's own lines behind it. */
final class PositionRooms {

  private PositionRooms() {}

  static List<Routes> routes(Settings settings, StreamApp app, Archive archive, Rolls rolls, Pages pages) {
    InstanceToken token = new InstanceToken(settings.text(Setting.HTTP_TOKEN), OwnHost.advertised(settings));
    HeldLines lines = new HeldLines(new StreamLines(app), token);
    Positions positions = new Positions(archive, Clock.systemUTC());
    Proof proof = new Proof(archive, lines, StreamApp.rules(settings));
    Issues issues = new Issues(archive, rolls, positions, Clock.systemUTC());
    return List.of(new PositionPages(pages, rolls, positions, proof), new PositionApi(rolls, positions, proof, lines, token),
        new IssuePages(pages, issues), new ConditionPages(pages, issues), new IssueApi(issues));
  }
}
