package dev.demarche.console.positions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Raw;
import dev.demarche.console.Routes;
import dev.demarche.domain.Act;
import dev.demarche.network.LocalRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeldLinesTest {
  private static final String KEY = "name:A/B C?|treaty";
  private final MadePositions made = new MadePositions().report("2026-05-01", "Sudria", Act.REJECT, null, "treaty", "rejects the treaty", null);

  private static HeldLines elsewhere(ListenAddress holder) {
    return new HeldLines(key -> new LineStore.Known(null, holder, null), new InstanceToken("shared", new LocalRequest("localhost")), Duration.ofMillis(700));
  }

  private static HeldLines.Answer askedOf(Routes other) throws Exception {
    try (HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(other))) {
      return elsewhere(endpoint.start()).find(KEY);
    }
  }

  @Test
  void asksTheHolderAndSaysWhoItWas() throws Exception {
    try (MadeConsole holder = MadeConsole.of(made)) {
      HeldLines.Answer answer = elsewhere(holder.at()).find("sudria|treaty");
      assertThat(answer.line()).isEqualTo(made.lines().get("sudria|treaty"));
      assertThat(answer.holder()).isEqualTo(holder.at().toString());
      assertThat(elsewhere(holder.at()).find("nobody|treaty")).isEqualTo(new HeldLines.Answer(null, holder.at().toString(), null));
    }
  }

  @Test
  void theRequestIsForWhatIsHeldThereAndBearsTheToken() throws Exception {
    AtomicReference<String> seen = new AtomicReference<>();
    Routes other = routes -> routes.get("/api/v1/lines/{key}/here", context -> {
      seen.set(context.pathParam("key") + " " + context.header("Authorization"));
      context.status(204);
    });
    assertThat(askedOf(other).lack()).isNull();
    assertThat(seen).hasValue(KEY + " Bearer shared");
  }

  @Test
  void whoIsAskedByAnotherInstanceAsksNoThird() throws Exception {
    try (MadeConsole second = new MadeConsole(made, key -> new LineStore.Known(null, ListenAddress.of("127.0.0.1:1"), null), 0)) {
      assertThat(elsewhere(second.at()).find("sudria|treaty").lack())
          .isEqualTo("the instance at " + second.at() + ", which holds it, does not have it at hand: partitions are being shared out");
    }
  }

  @Test
  void onlyOtherInstancesAreToldWhatIsHeldHere() throws Exception {
    try (MadeConsole holder = MadeConsole.of(made)) {
      String path = "/api/v1/lines/sudria%7Ctreaty/here";
      assertThat(holder.get(path, "Authorization", "Bearer shared").statusCode()).isEqualTo(200);
      assertThat(holder.get(path, "Authorization", "Bearer another").statusCode()).isEqualTo(403);
      assertThat(holder.get(path).statusCode()).isEqualTo(403);
      assertThat(holder.get(path, "Authorization", "Bearer shared", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void withoutATokenThisMachineAloneIsToldAndNoPageThatReboundItsName() throws Exception {
    InstanceToken none = new InstanceToken(" ", new LocalRequest("desk.example"));
    try (HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(routes -> routes.get("/here",
        context -> context.status(none.admits(context) ? 200 : 403))))) {
      ListenAddress at = endpoint.start();
      assertThat(Raw.ask(at, "GET", "/here").status()).isEqualTo(200);
      assertThat(Raw.ask(at, "GET", "/here", "Host: desk.example:8080").status()).isEqualTo(200);
      assertThat(Raw.ask(at, "GET", "/here", "Host: evil.example").status()).isEqualTo(403);
      assertThat(Raw.ask(at, "GET", "/here", "Forwarded: for=203.0.113.7").status()).isEqualTo(403);
    }
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedForLong() throws Exception {
    long begin = System.nanoTime();
    assertThat(askedOf(routes -> routes.get("/api/v1/lines/{key}/here", context -> Thread.sleep(1_500))).lack()).contains("which holds it");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(elsewhere(ListenAddress.of("127.0.0.1:1")).find(KEY).lack()).contains("cannot be reached");
  }

  @Test
  void refusalsAndNonsenseAreTold() throws Exception {
    assertThat(askedOf(routes -> routes.get("/api/v1/lines/{key}/here", context -> context.status(401))).lack()).contains("http.token");
    assertThat(askedOf(routes -> routes.get("/other", context -> context.status(401))).lack()).contains("has no console");
    assertThat(askedOf(routes -> routes.get("/api/v1/lines/{key}/here", context -> context.result("<html>"))).lack()).contains("does not understand");
  }
}
