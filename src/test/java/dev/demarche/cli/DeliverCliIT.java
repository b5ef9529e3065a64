package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.app.Setting;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.cli.Cli.Running;
import dev.demarche.delivery.DeliveryRig;
import dev.demarche.delivery.LocalHooks;
import dev.demarche.domain.Delivery.Status;
import dev.demarche.topics.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** demarche deliver, receivers and deliveries, as a user runs them. */
class DeliverCliIT {
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir private Path folder;

  private Path file(String url) throws Exception {
    Files.writeString(folder.resolve("key"), KEY);
    return Files.writeString(folder.resolve("receivers.yaml"), """
        allow: [127.0.0.1]
        receivers:
          - {name: desk, type: webhook, url: '%s', secret_file: key, retry: [1s]}
          - {name: log, type: file, path: alerts.jsonl}
        route:
          receivers: [log]
          routes:
            - {match: [severity=warning], receivers: [desk, log]}
        """.formatted(url));
  }

  @Test
  void alertsAreDeliveredThroughAKillAndWhatFailedIsTriedAgainOnRequest() throws Exception {
    AtomicInteger status = new AtomicInteger(500);
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start(); DeliveryRig rig = new DeliveryRig(kafka, "news.", 2); LocalHooks hooks = new LocalHooks()) {
      hooks.on("/hook", (posted, out) -> LocalHooks.answer(out, status.get(), "", "not now"));
      String[] deliver = {"deliver", "--receivers", file(hooks.url("/hook")).toString(), "--bootstrap", rig.settings().text(Setting.BOOTSTRAP), "--set", "deliver.from=earliest",
          "--set", "http.listen=127.0.0.1:0", "--set", "kafka.consumer.session.timeout.ms=6000"};
      rig.publish(4);
      Running killed = Cli.start(deliver);
      DeliveryRig.await("some attempts", () -> hooks.posted("/hook").size() > 2);
      killed.kill();
      rig.publish(1);
      Running running = Cli.start(deliver);
      running.awaitErr("delivering: news.notifications on ");
      DeliveryRig.await("all are given up", () -> rig.stand("desk").equals(Map.of(Status.FAILED, 5L)) && rig.stand("log").equals(Map.of(Status.DELIVERED, 5L)));
      assertThat(new HashSet<>(Files.readAllLines(folder.resolve("alerts.jsonl")))).hasSize(5);

      String[] broker = {"--bootstrap", rig.settings().text(Setting.BOOTSTRAP)};
      Ran list = Cli.run("deliveries", "list", broker[0], broker[1], "--status", "failed", "--json");
      assertThat(list.lines()).hasSize(5).allSatisfy(line -> assertThat(Json.mapper().readTree(line).get("answer").asText()).isEqualTo("500: not now"));
      Ran show = Cli.run("deliveries", "show", broker[0], broker[1], "alert-3");
      assertThat(show.out()).contains("FAILED", "desk", "2 attempts", "route.routes[0]: severity=\"warning\"", "log");
      assertThat(Cli.run("deliveries", "show", broker[0], broker[1], "nothing").code()).isEqualTo(1);
      assertThat(Cli.run("deliveries", "retry", broker[0], broker[1]).code()).isEqualTo(2);

      status.set(200);
      Ran retry = Cli.run("deliveries", "retry", broker[0], broker[1], "--receiver", "desk");
      assertThat(retry.err()).contains("5 deliveries are tried again");
      DeliveryRig.await("all are told", () -> rig.stand("desk").equals(Map.of(Status.DELIVERED, 5L)));
      assertThat(metrics(running)).contains("demarche_deliveries_total{application=\"demarche\",as=\"delivered\",receiver=\"desk\"} 5", "demarche_delivery_lag_records",
          "demarche_delivery_ready{application=\"demarche\"} 1", "demarche_receiver_disabled", "demarche_deliveries_pending", "demarche_delivery_attempts_total", "jvm_memory_used_bytes");

      Ran ended = running.terminate();
      assertThat(ended.code()).isZero();
      assertThat(ended.err() + ended.out()).doesNotContain("MfKQ9r8");
    }
  }

  private static String metrics(Running running) throws Exception {
    Matcher at = Pattern.compile("http://([0-9.:]+): /health/ready").matcher(running.err());
    assertThat(at.find()).isTrue();
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<String> ready = client.send(HttpRequest.newBuilder(URI.create("http://" + at.group(1) + "/health/ready")).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(ready.statusCode()).isEqualTo(200);
    return client.send(HttpRequest.newBuilder(URI.create("http://" + at.group(1) + "/metrics")).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void aFileIsCheckedAndAReceiverTriedWithoutABroker() throws Exception {
    try (LocalHooks hooks = new LocalHooks()) {
      hooks.on("/hook", 200);
      Path file = file(hooks.url("/hook"));
      Ran check = Cli.run("receivers", "check", file.toString());
      assertThat(check.code()).as(check.err()).isZero();
      assertThat(check.lines()).containsExactly("desk  webhook, http://127.0.0.1:" + hooks.port() + ", 2 attempts at most", "log  file, " + folder.resolve("alerts.jsonl") + ", 10 attempts at most", "",
          "any other -> log", "  severity=\"warning\" -> desk, log");
      Ran test = Cli.run("receivers", "test", "desk", "--receivers", file.toString());
      assertThat(test.code()).as(test.err()).isZero();
      assertThat(test.out()).matches("desk took sample-\\S+: 200\\s+");
      JsonNode body = Json.mapper().readTree(hooks.posted("/hook").get(0).body());
      assertThat(body.at("/data/watch/name").asText()).isEqualTo("A test of this receiver");
      hooks.on("/hook", 500);
      assertThat(Cli.run("receivers", "test", "desk", "--receivers", file.toString()).code()).isEqualTo(1);
    }
  }

  @Test
  void whatIsWrongIsToldWithItsPlaceAndMend() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "receivers:\n  - {name: desk, type: webhok}\nroute: {receiver: dek}\n");
    Ran ran = Cli.run("deliver", "--receivers", file.toString(), "--bootstrap", "localhost:1");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).containsExactly(
        file + ":2: receivers[0].type: \"webhok\" is not known; write one of: webhook, slack, teams, pagerduty, mail, file, atom",
        file + ":3: route.receiver: there is no receiver dek; write \"desk\"");
    assertThat(Cli.run("receivers", "check", file.toString()).code()).isEqualTo(2);
    Ran none = Cli.run("deliver", "--bootstrap", "localhost:1");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).startsWith("receivers is not set");
  }

  @Test
  void theDemoTellsReceiversToo() throws Exception {
    Path file = Files.writeString(folder.resolve("receivers.yaml"), "receivers: [{name: log, type: file, path: alerts.jsonl}]\nroute: {receiver: log}\n");
    Ran ran = Cli.run("demo", "--once", "--receivers", file.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("alerts.jsonl"))).isNotEmpty();
  }
}
