package dev.demarche.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
  private static final ListenAddress ANY = ListenAddress.of("127.0.0.1:0");

  private static HttpResponse<String> get(ListenAddress at, String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + at + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Routes health(boolean live, boolean ready, String reason) {
    return new HealthRoutes(() -> new Readiness(live, ready, "REBALANCING", reason, Map.of("watches", 7)));
  }

  @Test
  void readyIs503WithTheReasonWhileTheInstanceIsAlive() throws Exception {
    try (HttpEndpoint endpoint = new HttpEndpoint(ANY, List.of(health(true, false, "partitions are shared out")))) {
      ListenAddress at = endpoint.start();
      assertThat(get(at, "/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(at, "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(ready.body()).isEqualTo(
          "{\"live\":true,\"ready\":false,\"state\":\"REBALANCING\",\"reason\":\"partitions are shared out\",\"catalogues\":{\"watches\":7},\"console\":null}");
    }
  }

  @Test
  void bothAre200OnceReadyAnd503OnceFailed() throws Exception {
    try (HttpEndpoint endpoint = new HttpEndpoint(ANY, List.of(health(true, true, "")))) {
      ListenAddress at = endpoint.start();
      assertThat(get(at, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(at, "/health/ready").statusCode()).isEqualTo(200);
    }
    try (HttpEndpoint endpoint = new HttpEndpoint(ANY, List.of(health(false, false, "no permission")))) {
      assertThat(get(endpoint.start(), "/health/live").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void servesMetricsInTheFormatThatPrometheusAsksFor() throws Exception {
    try (HttpEndpoint endpoint = new HttpEndpoint(ANY, List.of(new MetricsRoutes(() -> "demarche_ready 1.0\n")))) {
      HttpResponse<String> metrics = get(endpoint.start(), "/metrics");
      assertThat(metrics.body()).isEqualTo("demarche_ready 1.0\n");
      assertThat(metrics.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    }
  }

  @Test
  void aPathThatFailsTellsNothingOfTheFault() throws Exception {
    Routes failing = routes -> routes.get("/fails", context -> {
      throw new IllegalStateException("password=secret");
    });
    try (HttpEndpoint endpoint = new HttpEndpoint(ANY, List.of(failing))) {
      ListenAddress at = endpoint.start();
      assertThat(get(at, "/fails").statusCode()).isEqualTo(500);
      assertThat(get(at, "/fails").body()).doesNotContain("secret");
      assertThat(get(at, "/nowhere").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aPortInUseIsToldByItsAddress() throws Exception {
    try (HttpEndpoint first = new HttpEndpoint(ANY, List.of())) {
      ListenAddress taken = first.start();
      assertThatThrownBy(() -> new HttpEndpoint(taken, List.of()).start()).isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen at " + taken);
    }
  }

  @Test
  void readsAddressesAndRefusesWhatIsNone() {
    assertThat(ListenAddress.of("[::1]:8080")).isEqualTo(new ListenAddress("::1", 8080)).hasToString("[::1]:8080");
    for (String bad : new String[] {"8080", ":8080", "host", "host:", "host:99999", "host:-1"}) {
      assertThatThrownBy(() -> ListenAddress.of(bad)).as(bad).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(bad);
    }
  }

  @Test
  void aRequestThatIsBeingAnsweredEndsAndConnectionsThatSayNothingAreNotWaitedFor() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(routes -> routes.get("/slow", context -> {
      asked.countDown();
      Thread.sleep(600);
      context.result("whole");
    })));
    ListenAddress at = endpoint.start();
    CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(URI.create("http://" + at + "/slow")).build(),
        HttpResponse.BodyHandlers.ofString());
    asked.await();
    long begun = System.nanoTime();
    endpoint.close();
    assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("whole");
    assertThat(System.nanoTime() - begun).isLessThan(1_500_000_000L);
  }
}
