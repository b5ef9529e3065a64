package dev.demarche.console.positions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Routes;
import dev.demarche.domain.Act;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeldLinesTest {
  private static final String KEY = "name:A/B C?|treaty";
  private final MadePositions made = new MadePositions().report("2026-05-01", "Sudria", Act.REJECT, null, "treaty", "rejects the treaty", null);

  private static HeldLines elsewhere(ListenAddress holder) {
    return new HeldLines(key -> new LineStore.Known(null, holder, null), "shared", Duration.ofMillis(700));
  }

  private static HeldLines.Answer askedOf(Routes other) throws Exception {
    try (HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(other))) {
      return elsewhere(endpoint.start()).find(KEY, null);
    }
  }

  @Test
  void asksTheHolderAndSaysWhoItWas() throws Exception {
    try (MadeConsole holder = MadeConsole.of(made)) {
      HeldLines.Answer answer = elsewhere(holder.at()).find("sudria|treaty", null);
      assertThat(answer.line()).isEqualTo(made.lines().get("sudria|treaty"));
      assertThat(answer.holder()).isEqualTo(holder.at().toString());
      assertThat(elsewhere(holder.at()).find("nobody|treaty", null)).isEqualTo(new HeldLines.Answer(null, holder.at().toString(), null));
    }
  }

  @Test
  void theRequestForbidsASecondForwardAndBearsTheVisitorsAuthorizationElseTheToken() throws Exception {
    AtomicReference<String> seen = new AtomicReference<>();
    Routes other = routes -> routes.get("/api/v1/lines/{key}", context -> {
      seen.set(context.pathParam("key") + " " + context.header(HeldLines.FORWARDED) + " " + context.header("Authorization"));
      context.status(204);
    });
    try (HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(other))) {
      HeldLines lines = elsewhere(endpoint.start());
      lines.find("name:A B|treaty", null);
      assertThat(seen).hasValue("name:A B|treaty 1 Bearer shared");
      lines.find("name:A B|treaty", "Basic eDp5");
      assertThat(seen).hasValue("name:A B|treaty 1 Basic eDp5");
    }
  }

  @Test
  void aForwardedRequestIsNotForwardedAgain() throws Exception {
    ListenAddress third = ListenAddress.of("127.0.0.1:1");
    try (MadeConsole second = new MadeConsole(made, key -> new LineStore.Known(null, third, null), 0)) {
      assertThat(second.get("/api/v1/lines/sudria%7Ctreaty", HeldLines.FORWARDED, "1").statusCode()).isEqualTo(503);
      assertThat(elsewhere(second.at()).find("sudria|treaty", null).lack())
          .isEqualTo("the instance at " + second.at() + ", which holds it, does not have it at hand: partitions are being shared out");
    }
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedForLong() throws Exception {
    long begin = System.nanoTime();
    assertThat(askedOf(routes -> routes.get("/api/v1/lines/{key}", context -> Thread.sleep(1_500))).lack()).contains("which holds it");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(elsewhere(ListenAddress.of("127.0.0.1:1")).find(KEY, null).lack()).contains("cannot be reached");
  }

  @Test
  void refusalsAndNonsenseAreTold() throws Exception {
    assertThat(askedOf(routes -> routes.get("/api/v1/lines/<key>", context -> context.status(401))).lack()).contains("http.token");
    assertThat(askedOf(routes -> routes.get("/other", context -> context.status(401))).lack()).isNotNull();
    assertThat(askedOf(routes -> routes.get("/api/v1/lines/<key>", context -> context.result("<html>"))).lack()).contains("does not understand");
  }
}
