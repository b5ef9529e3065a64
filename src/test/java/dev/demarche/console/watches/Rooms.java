package dev.demarche.console.watches;

import dev.demarche.alerting.Rehearsal;
import dev.demarche.catalogue.Packs;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Taggings;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A server with the room of the watches, over shelves and a desk in memory. */
final class Rooms implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final String HOSTILE = "<script>alert('x')</script>\"";

  final FilledIndex index = new FilledIndex();
  final Archive archive = index.archive();
  final Desk desk = new Desk();
  private final Trials trials;
  private final HttpEndpoint endpoint;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  /** Writes into the shelf, one version after the other. */
  final class Desk implements WatchDesk {
    long next = 100;

    @Override
    public Edit put(Watch watch, Expected expected) {
      Standing standing = standing(watch.id());
      if (!expected.admits(standing == null ? null : standing.version())) {
        return new Edit.Conflict(standing);
      }
      index.put(Shelves.WATCHES, watch.id(), watch, ++next);
      return new Edit.Done(next);
    }

    @Override
    public Edit delete(String id, Expected expected) {
      Standing standing = standing(id);
      if (standing == null || !expected.admits(standing.version())) {
        return new Edit.Conflict(standing);
      }
      index.remove(Shelves.WATCHES, id);
      return new Edit.Done(++next);
    }

    private Standing standing(String id) {
      return archive.shelf(Shelves.WATCHES).kept(id).map(kept -> new Standing(kept.value(), kept.version())).orElse(null);
    }
  }

  Rooms(Visitor.Role role, DraftTrial trial, int port) throws IOException {
    Packs packs = Packs.bundled();
    index.put(Shelves.ACTORS, byId(packs.actors().plain(), Actor::id)).put(Shelves.ISSUES, byId(packs.issues().plain(), Issue::id));
    index.put(Taggings.article("n1", 1, "bbc.co.uk", "One", NOON)).put(Taggings.article("n2", 1, "bbc.co.uk", "Two", NOON))
        .put(Taggings.article("n3", 1, "\"><script>x", "Three", NOON));
    List<Watch> watches = packs.watches().plain();
    for (int i = 0; i < watches.size(); i++) {
      index.put(Shelves.WATCHES, watches.get(i).id(), watches.get(i), i);
    }
    trials = new Trials(trial, Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(5));
    WatchRoom room = new WatchRoom(archive, new Rolls(archive), desk, trials, Clock.fixed(NOON, ZoneOffset.UTC));
    Assets assets = new Assets();
    Routes enter = routes -> routes.before(context -> new Visitor("ann", role).enter(context));
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:" + port), List.of(enter, assets, new WatchPages(room, new Pages(assets)), new WatchApi(room), completion()));
    base = "http://" + endpoint.start();
  }

  Rooms() throws IOException {
    this(Visitor.Role.EDITOR, (draft, since, now, progress) -> outcome(draft, 3, progress::accept), 0);
  }

  private static <V> Map<String, V> byId(Collection<V> all, Function<V, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  /** An outcome of so many alerts, a day apart. */
  static DraftTrial.Heard outcome(Watch draft, int alerts, java.util.function.LongConsumer progress) {
    List<Alert> all = new ArrayList<>();
    List<List<String>> told = new ArrayList<>();
    for (int i = 0; i < alerts; i++) {
      progress.accept(i + 1);
      all.add(alert(draft, "alert-" + i, NOON.minus(Duration.ofDays(alerts - i))));
      told.add(List.of("alert-" + i));
    }
    return new DraftTrial.Heard(new Rehearsal.Outcome(draft, alerts + 2, all, told, 1), 7);
  }

  static Alert alert(Watch watch, String id, Instant at) {
    Span sentence = new Span(0, HOSTILE.length(), HOSTILE);
    Finding finding = new Finding(Finding.Kind.STANCE, id + "#s1", HOSTILE, "russia", dev.demarche.domain.Act.REJECT, -1, "EU", null, Set.of(), List.of("ceasefire"),
        List.of(sentence), sentence, 0.8, null, null);
    ArticleRef article = new ArticleRef("a-" + id, 1, "javascript:alert(1)", HOSTILE, HOSTILE, "en", at, at, null);
    return new Alert(id, Alert.State.FIRING, id, id, new WatchRef(watch.id(), 1, watch.name(), Severity.WARNING), HOSTILE, finding, article, at, "publishedAt", "t", at);
  }

  /** Names that begin so, as another room tells them. */
  private Routes completion() {
    return routes -> routes.get("/api/v1/actors", context -> context.contentType("application/json").result(dev.demarche.topics.Json.write(
        archive.shelf(Shelves.ACTORS).find(dev.demarche.console.index.Shelf.Filter.ALL, 0, 5_000).items().stream()
            .filter(actor -> actor.name().toLowerCase().startsWith(context.queryParam("starts").toLowerCase())).limit(10)
            .map(actor -> java.util.Map.of("id", actor.id(), "name", actor.name())).toList())));
  }

  /** Adds an alert with a verdict, or none where that is null. */
  void alerted(Watch watch, String id, Instant at, Boolean useful) {
    AlertLife life = AlertLife.of(alert(watch, id, at), "new", at);
    index.put(Shelves.ALERTS, id, new AlertLife(life.alert(), life.state(), null, null, useful, life.steps(), at), 1);
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, null, null);
  }

  HttpResponse<String> send(String method, String path, String type, String body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    endpoint.close();
    trials.close();
  }
}
