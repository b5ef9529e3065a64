package dev.demarche.console.positions;

import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Routes;
import dev.demarche.console.issue.ConditionPages;
import dev.demarche.console.issue.IssueApi;
import dev.demarche.console.issue.IssuePages;
import dev.demarche.console.issue.Issues;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Faults;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.network.LocalRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The rooms of positions and issues over made data, served on loopback. */
public final class MadeConsole implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private final HttpEndpoint endpoint;
  private final ListenAddress at;

  public MadeConsole(MadePositions made, LineStore store, int port) throws IOException {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Assets assets = new Assets();
    Pages pages = new Pages(assets);
    InstanceToken token = new InstanceToken("shared", new LocalRequest("localhost"));
    HeldLines lines = new HeldLines(store, token);
    Positions positions = new Positions(made.archive(), clock);
    Proof proof = new Proof(made.archive(), lines, MadePositions.RULES);
    Rolls rolls = new Rolls(made.archive());
    Issues issues = new Issues(made.archive(), rolls, positions, clock);
    List<Routes> routes = List.of(new Gate(), new Faults(pages), assets, new PositionPages(pages, rolls, positions, proof),
        new PositionApi(rolls, positions, proof, lines, token), new IssuePages(pages, issues), new ConditionPages(pages, issues), new IssueApi(issues));
    endpoint = new HttpEndpoint(new ListenAddress("127.0.0.1", port), routes);
    at = endpoint.start();
  }

  /** Of lines that this instance holds all. */
  public static MadeConsole of(MadePositions made) throws IOException {
    return new MadeConsole(made, key -> new LineStore.Known(made.lines().get(key), null, null), 0);
  }

  public ListenAddress at() {
    return at;
  }

  public HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + at + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    endpoint.close();
  }

  /** For eyes: many positions at a port, until the process is ended. */
  public static void main(String[] arguments) throws Exception {
    MadePositions made = arguments.length > 1 ? MadePositions.many(2, 2) : MadePositions.many(30, 10);
    new MadeConsole(made, key -> new LineStore.Known(made.lines().get(key), null, null), Integer.parseInt(arguments[0]));
    Thread.sleep(Long.MAX_VALUE);
  }
}
