package dev.demarche.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.console.ListenAddress;
import dev.demarche.delivery.DeliveryRig;
import dev.demarche.domain.Act;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The room of alerts on a whole stream. */
@Timeout(120)
class AlertRoomIT {
  private final Demo demo = new Demo();
  private ListenAddress at;

  private String send(String method, String path, String body) {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + at + path)).method(method, BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().body();
  }

  private String firstOpen() {
    return Json.read(send("GET", "/api/v1/alerts", "").getBytes(StandardCharsets.UTF_8), JsonNode.class).at("/alerts/0/life/alert/id").asText();
  }

  private void publish(String id) {
    demo.publisher().publish(new Article(id, 1, null, id + ".example", null, "Norland REJECT offer" + id, "en", null, null, null));
    demo.publisher().flush();
  }

  private List<AlertLife> lives() {
    List<AlertLife> lives = new ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(demo.settings()), Topics.ALERT_LIVES.name("news."))) {
      reader.newestByKey().forEach(record -> lives.add(Json.read(record.value(), AlertLife.class)));
    }
    return lives;
  }

  @Test
  void whatIsDoneOverHttpStandsInTheLifeOnTheTopic() throws Exception {
    try (demo) {
      demo.start(new Demo.Plan(0, 1, false, (actors, issues) -> new FakeTagger(new ArrayList<>(actors), new ArrayList<>(issues)),
          Map.of("threads", "1", "http.listen", "127.0.0.1:0", "console.user", "anna")));
      at = demo.serve().orElseThrow();
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(demo.settings()))) {
        writer.write(Topics.WATCHES, Topics.WATCHES.name("news."), "rejects", Watch.of("rejects", Finding.Kind.STANCE).acts(Act.REJECT)
            .grouping(new Grouping(List.of(Grouping.By.ACTOR), Duration.ZERO, Duration.ofSeconds(1), null)).build());
        DeliveryRig.await("an alert is listed", () -> {
          publish("n" + System.nanoTime());
          return !firstOpen().isEmpty();
        });
        String id = firstOpen();
        assertThat(send("POST", "/api/v1/alerts/" + id + "/acknowledge", "{\"text\":\"on it\"}")).contains("\"ACKNOWLEDGE\"", "\"anna\"");
        DeliveryRig.await("the life says so", () -> lives().stream().anyMatch(life -> life.alert().id().equals(id)
            && life.steps().stream().anyMatch(step -> step.what() == AlertLife.What.ACKNOWLEDGED && "anna".equals(step.by()) && "on it".equals(step.why()))));
        DeliveryRig.await("and so does the page", () -> {
          String page = send("GET", "/alerts/" + id, "");
          return page.contains("is-acknowledged") && !page.contains("the stream is taking it in");
        });
        assertThat(send("POST", "/api/v1/silences", "{\"matchers\":[\"watch=rejects\"],\"for\":\"1h\"}")).contains("\"state\":\"active\"");
        DeliveryRig.await("an alert is silenced", () -> {
          publish("s" + System.nanoTime());
          return send("GET", "/api/v1/alerts?state=silenced", "").contains("\"SUPPRESSED\"");
        });
      }
    }
  }
}
