package dev.demarche.console.live;

import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.live.Line.Kind;
import dev.demarche.console.live.Line.Piece;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.domain.Act;
import dev.demarche.topics.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A stream of lines that a test writes, served over HTTP. */
final class MadeStream implements AutoCloseable {
  static final Instant AT = Instant.parse("2025-05-13T12:00:00Z");

  final Live live;
  final HttpEndpoint endpoint;
  final ListenAddress at;

  MadeStream(int viewers, int events, Duration heartbeat) throws Exception {
    live = new Live(null, viewers, Clock.systemUTC(), events, heartbeat);
    live.ring().begin(7, new long[][] {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}});
    live.start();
    Assets assets = new Assets();
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(new Gate(), assets, new LiveApi(live), new LivePages(live, new Pages(assets))));
    at = endpoint.start();
  }

  MadeStream() throws Exception {
    this(10, 100, Duration.ofSeconds(15));
  }

  static Line line(String id, String who, Act act, String publisher) {
    return new Line(id, act == null ? Kind.STATEMENT : Kind.STANCE, AT, who, null, act, act == null ? null : act.polarity(), null, null,
        act == null ? null : act.name(), null, List.of(new Piece("words of " + id, true)), List.of("trade"), publisher, "A title", "article",
        0.9, "/articles/article#s0");
  }

  /** Writes a line as the record at {@code offset} of a partition of the statements. */
  void write(int partition, long offset, Line line) {
    live.ring().add(0, partition, offset, AT, Json.write(line), LiveFilter.Facets.of(line));
  }

  void write(int partition, long offset, String id) {
    write(partition, offset, line(id, "Ruritania", null, "a.example"));
  }

  Listening listen() throws Exception {
    return new Listening(at, "", null);
  }

  Listening after(String id) throws Exception {
    return new Listening(at, "", id);
  }

  static List<String> ids(List<Listening.Block> events) {
    return events.stream().map(event -> Json.read(event.data().getBytes(java.nio.charset.StandardCharsets.UTF_8), Line.class).id()).toList();
  }

  @Override
  public void close() {
    endpoint.close();
    live.close();
  }
}
