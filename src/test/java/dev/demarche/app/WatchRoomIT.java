package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watches written over HTTP, on a real broker. */
@Timeout(180)
class WatchRoomIT {
  private static final String NOES = "{id: noes, kind: stance, acts: [reject], words: treaty}";

  private String base;

  private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "text/yaml").header("Sec-Fetch-Site", "same-origin")
        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void publish(Demo demo, String id, String text) {
    demo.publisher().publish(new Article(id, 1, null, id + ".example", null, text, null, Instant.now(), null, null));
    demo.publisher().flush();
  }

  private static List<String> alerts(Demo demo) {
    List<String> alerts = new ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(demo.settings()), "news.alerts")) {
      reader.readToEnd(record -> {
        Alert alert = Json.read(record.value(), Alert.class);
        alerts.add(alert.watch().id() + " " + alert.article().id());
      });
    }
    return alerts;
  }

  @Test
  void aWatchSavedOverHttpFiresForTheNextArticleAndNotOnceItIsDeleted() throws Exception {
    Map<String, String> settings = Map.of("threads", "1");
    try (Demo demo = new Demo()) {
      demo.start(new Demo.Plan(0, 2, false, FakeTagger::new, settings));
      try (Console console = new Console(demo.settings(), demo.app(), null);
           HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), console.routes())) {
        console.start();
        base = "http://" + endpoint.start();
        publish(demo, "before", "Norland REJECT Sudria treaty of peace");
        assertThat(demo.awaitDone(1, Duration.ofSeconds(40))).isTrue();

        HttpResponse<String> saved = send("PUT", "/api/v1/watches/noes", NOES);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        await(() -> demo.app().readiness().catalogues().get(Topics.WATCHES.name()) == 1);
        publish(demo, "next", "Norland REJECT Sudria treaty of trade");
        assertThat(demo.awaitDone(2, Duration.ofSeconds(40))).isTrue();
        await(() -> alerts(demo).equals(List.of("noes next")));

        String version = saved.headers().firstValue("ETag").orElseThrow();
        assertThat(send("PUT", "/api/v1/watches/noes", NOES.replace("treaty", "truce")).statusCode()).isEqualTo(409);
        assertThat(send("PUT", "/api/v1/watches/noes", NOES.replace("reject", "refuse"), "If-Match", version).statusCode()).isEqualTo(400);
        await(() -> send("GET", "/api/v1/watches/noes", null).headers().firstValue("ETag").equals(java.util.Optional.of(version)));

        JsonNode trial = Json.mapper().readTree(send("POST", "/api/v1/watches/try?days=1", NOES).body());
        await(() -> state(trial).equals("DONE"));
        JsonNode tried = Json.mapper().readTree(send("GET", "/api/v1/watches/try/" + trial.get("id").asText(), null).body()).get("tried");
        assertThat(tried.get("alerts").asInt()).isEqualTo(2);
        assertThat(tried.get("articles").asInt()).isEqualTo(2);

        assertThat(send("DELETE", "/api/v1/watches/noes", null, "If-Match", version).statusCode()).isEqualTo(200);
        await(() -> demo.app().readiness().catalogues().get(Topics.WATCHES.name()) == 0);
        publish(demo, "after", "Norland REJECT Sudria treaty of fishery");
        assertThat(demo.awaitDone(3, Duration.ofSeconds(40))).isTrue();
        assertThat(alerts(demo)).containsExactly("noes next");
      }
    }
  }

  private String state(JsonNode trial) throws Exception {
    return Json.mapper().readTree(send("GET", "/api/v1/watches/try/" + trial.get("id").asText(), null).body()).get("state").asText();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition done) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!done.holds()) {
      assertThat(System.nanoTime()).as("within 40 s").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
