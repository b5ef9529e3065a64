package dev.demarche.console.live;

import static dev.demarche.console.live.MadeStream.ids;
import static dev.demarche.console.live.MadeStream.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.console.live.Line.Piece;
import dev.demarche.console.live.Listening.Block;
import dev.demarche.domain.Act;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveApiTest {

  private static HttpResponse<String> get(MadeStream stream, String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + stream.at + path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void await(java.util.function.BooleanSupplier what) throws InterruptedException {
    for (int i = 0; i < 200 && !what.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(25);
    }
    assertThat(what.getAsBoolean()).isTrue();
  }

  @Test
  void whatComesIsToldWithItsKindAndAnId() throws Exception {
    try (MadeStream stream = new MadeStream(); Listening viewer = stream.listen()) {
      assertThat(viewer.next().comment()).isEqualTo("2000");
      stream.write(0, 0, "one");
      stream.write(1, 0, line("two", "Ruritania", Act.REJECT, "a.example"));
      List<Block> events = viewer.events(2);
      assertThat(events).extracting(Block::event).containsExactly("statement", "stance");
      assertThat(ids(events)).containsExactly("one", "two");
      assertThat(Marks.read(events.get(1).id())).contains(new Marks(7, MadeStream.AT.getEpochSecond(),
          new long[][] {{1, 1}, {0, 0}, {0, 0}, {0, 0}, {0, 0}}));
    }
  }

  @Test
  void whoComesBackGoesOnBehindTheLastEvent() throws Exception {
    try (MadeStream stream = new MadeStream()) {
      String second;
      try (Listening viewer = stream.listen()) {
        viewer.next();
        IntStream.range(0, 4).forEach(i -> stream.write(i % 2, i / 2, "e" + i));
        second = viewer.events(4).get(1).id();
      }
      stream.write(0, 2, "e4");
      try (Listening viewer = stream.after(second); Listening asked = new Listening(stream.at, "?from=" + second, null)) {
        assertThat(ids(viewer.events(3))).containsExactly("e2", "e3", "e4");
        assertThat(ids(asked.events(3))).containsExactly("e2", "e3", "e4");
      }
    }
  }

  @Test
  void anotherInstanceThatReadInAnotherOrderTellsTheRestAndNoMore() throws Exception {
    try (MadeStream one = new MadeStream(); MadeStream other = new MadeStream()) {
      // One reads the partitions in turn, the other first all of the second.
      IntStream.range(0, 10).forEach(i -> other.write(1, i, "b" + i));
      IntStream.range(0, 5).forEach(i -> other.write(0, i, "a" + i));
      List<String> told = new ArrayList<>();
      String last;
      try (Listening viewer = one.listen()) {
        viewer.next();
        IntStream.range(0, 5).forEach(i -> {
          one.write(0, i * 2, "a" + i * 2);
          one.write(0, i * 2 + 1, "a" + (i * 2 + 1));
          one.write(1, i, "b" + i);
        });
        List<Block> events = viewer.events(13);
        told.addAll(ids(events));
        last = events.get(12).id();
      }
      String between;
      try (Listening viewer = other.after(last)) {
        List<Block> events = viewer.events(3);
        told.addAll(ids(events));
        between = events.get(2).id();
      }
      try (Listening viewer = other.after(between)) {
        TimeUnit.MILLISECONDS.sleep(200);
        IntStream.range(5, 12).forEach(i -> other.write(0, i, "a" + i));
        told.addAll(ids(viewer.events(6)));
        assertThat(told).doesNotHaveDuplicates().hasSize(22);
      }
    }
  }

  @Test
  void whatTheRingNoMoreHoldsIsToldAsAGap() throws Exception {
    try (MadeStream stream = new MadeStream(10, 4, Duration.ofSeconds(15))) {
      String first;
      try (Listening viewer = stream.listen()) {
        viewer.next();
        stream.write(0, 0, "e0");
        first = viewer.events(1).get(0).id();
      }
      IntStream.range(1, 10).forEach(i -> stream.write(0, i, "e" + i));
      try (Listening viewer = stream.after(first)) {
        Block gap = viewer.events(1).get(0);
        assertThat(gap.event()).isEqualTo("gap");
        assertThat(gap.data()).isEqualTo("{\"missed\":5,\"since\":\"2025-05-13T12:00:00Z\",\"until\":\"2025-05-13T12:00:00Z\"}");
        assertThat(ids(viewer.events(4))).containsExactly("e6", "e7", "e8", "e9");
      }
      try (Listening viewer = stream.after("of another program")) {
        assertThat(viewer.events(1).get(0).data()).contains("\"missed\":null");
      }
    }
  }

  @Test
  void theServerFilters() throws Exception {
    try (MadeStream stream = new MadeStream(); Listening viewer = new Listening(stream.at, "?actor=ruritania&act=reject&polarity=-1&issue=trade&kind=stance,alert"
        + "&publisher=a.example", null)) {
      viewer.next();
      stream.write(0, 0, line("statement", "Ruritania", null, "a.example"));
      stream.write(0, 1, line("another act", "Ruritania", Act.AGREE, "a.example"));
      stream.write(0, 2, line("another actor", "Borduria", Act.REJECT, "a.example"));
      stream.write(0, 3, line("another publisher", "Ruritania", Act.REJECT, "b.example"));
      stream.write(0, 4, line("this", "Ruritania", Act.REJECT, "a.example"));
      assertThat(ids(viewer.events(1))).containsExactly("this");
      assertThat(get(stream, "/api/v1/stream?act=dance").statusCode()).isEqualTo(400);
      assertThat(get(stream, "/api/v1/stream?act=dance").body()).contains("act: dance is none of agree, consult").contains("\"mend\"");
    }
  }

  @Test
  void whoDoesNotReadHoldsUpNobodyAndIsToldWhatItMissed() throws Exception {
    try (MadeStream stream = new MadeStream(10, 50, Duration.ofSeconds(15)); Socket slow = new Socket(stream.at.host(), stream.at.port());
        Listening fast = stream.listen()) {
      OutputStream out = slow.getOutputStream();
      out.write("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      fast.next();
      await(() -> stream.live.viewers() == 2);
      Line large = new Line("large", Line.Kind.STATEMENT, MadeStream.AT, "Ruritania", null, null, null, null, null, null, null,
          List.of(new Piece("x".repeat(100_000), true)), List.of(), null, null, "article", 1.0, "/articles/article#s0");
      for (int i = 0; i < 300; i += 20) {
        for (int j = i; j < i + 20; j++) {
          stream.write(0, j, large);
        }
        assertThat(fast.events(20)).extracting(Block::event).doesNotContain("gap");
      }
      slow.setSoTimeout(5_000);
      StringBuilder read = new StringBuilder();
      byte[] buffer = new byte[65_536];
      while (!read.toString().contains("event: gap")) {
        int count = slow.getInputStream().read(buffer);
        assertThat(count).isPositive();
        read.setLength(Math.min(read.length(), 1_000));
        read.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void whoHearsNothingHearsAHeartbeatThatKeepsItsPlaceFresh() throws Exception {
    try (MadeStream stream = new MadeStream(10, 100, Duration.ofMillis(200)); Listening viewer = new Listening(stream.at, "?actor=nobody", null)) {
      viewer.next();
      stream.write(0, 0, "e0");
      TimeUnit.MILLISECONDS.sleep(100);
      Block beat = viewer.next();
      assertThat(beat.comment()).isEqualTo("still here");
      assertThat(Marks.read(beat.id()).orElseThrow().next(0, 0)).isEqualTo(1);
    }
  }

  @Test
  void oneMoreThanThereIsRoomForIsRefusedUntilOneGoes() throws Exception {
    try (MadeStream stream = new MadeStream(1, 100, Duration.ofMillis(50))) {
      try (Listening viewer = stream.listen()) {
        viewer.next();
        assertThatThrownBy(stream::listen).hasMessageContaining(" 503 ").hasMessageContaining("Retry-After: 15");
      }
      await(() -> stream.live.viewers() == 0);
      stream.listen().close();
    }
  }

  @Test
  void theEndpointClosesAtOnceWithViewersThere() throws Exception {
    MadeStream stream = new MadeStream();
    try (Listening one = stream.listen(); Socket two = new Socket(stream.at.host(), stream.at.port())) {
      two.getOutputStream().write("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(two.getInputStream().read()).isEqualTo('H');
      assertThat(one.next()).isNotNull();
      long start = System.nanoTime();
      stream.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void whatCameLastIsHadAsJson() throws Exception {
    try (MadeStream stream = new MadeStream()) {
      IntStream.range(0, 3).forEach(i -> stream.write(0, i, "e" + i));
      String body = get(stream, "/api/v1/live?limit=2").body();
      LiveApi.Answer answer = dev.demarche.topics.Json.read(body.getBytes(StandardCharsets.UTF_8), LiveApi.Answer.class);
      assertThat(answer.lines()).extracting(Line::id).containsExactly("e2", "e1");
      assertThat(body).contains("\"whoLink\":\"/actors/name:Ruritania\"");
      try (Listening viewer = new Listening(stream.at, "?from=" + answer.from(), null)) {
        stream.write(0, 3, "e3");
        assertThat(ids(viewer.events(1))).containsExactly("e3");
      }
      assertThat(get(stream, "/api/v1/live?limit=0").statusCode()).isEqualTo(400);
      assertThat(get(stream, "/api/v1/live?polarity=2").statusCode()).isEqualTo(400);
    }
  }
}
