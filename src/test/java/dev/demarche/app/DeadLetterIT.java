package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.ListenAddress;
import dev.demarche.pipeline.Counters;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A dead letter on a real broker is looked into, mended and published again over HTTP. */
@Timeout(120)
class DeadLetterIT {
  private static final Demo DEMO = new Demo();
  private static Served served;
  private static ListenAddress address;

  @BeforeAll
  static void start() throws Exception {
    DEMO.start(new Demo.Plan(0, 2, false, FakeTagger::new, Map.of("threads", "1", "http.listen", "127.0.0.1:0")));
    served = Served.of(DEMO.settings(), DEMO.app(), null);
    address = served.start().orElseThrow();
  }

  @AfterAll
  static void stop() {
    served.close();
    DEMO.close();
  }

  private static JsonNode ask(String path, String body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + address + path)).header("Content-Type", "application/json");
    HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(body == null ? request.build()
        : request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
    return Json.read(answer.body(), JsonNode.class);
  }

  private static void await(Callable<Boolean> done) throws Exception {
    for (int i = 0; i < 600 && !done.call(); i++) {
      Thread.sleep(50);
    }
    assertThat(done.call()).isTrue();
  }

  @Test
  void aBadArticleIsMendedAndTagged() throws Exception {
    DEMO.publisher().publish("a1", "{\"title\":\"Talks\"}".getBytes(StandardCharsets.UTF_8));
    DEMO.publisher().flush();
    await(() -> ask("/api/v1/dead-letters?reason=TEXT_MISSING", null).at("/total").asInt() == 1);
    String id = ask("/api/v1/dead-letters", null).at("/items/0/id").asText();
    JsonNode letter = ask("/api/v1/dead-letters/" + id, null);
    assertThat(letter.at("/onTopic").asBoolean()).isTrue();
    assertThat(letter.at("/content/text").asText()).isEqualTo("{\"title\":\"Talks\"}");
    assertThat(ask("/api/v1/dead-letters/" + id + "/republish", "{}").at("/error").asText()).isEqualTo("field \"text\" is missing");
    JsonNode done = ask("/api/v1/dead-letters/" + id + "/republish", "{\"body\":\"{\\\"id\\\":\\\"a1\\\",\\\"text\\\":\\\"Norland rejects the plan.\\\"}\"}");
    assertThat(done.at("/to/topic").asText()).isEqualTo("news.articles");
    await(() -> DEMO.app().counters().count(Counters.Name.TAGGED) == 1);
    assertThat(ask("/api/v1/dead-letters/" + id, null).at("/earlier/0/to/topic").asText()).isEqualTo("news.articles");
  }

  @Test
  void theBrokersTellOfThisInstance() throws Exception {
    await(() -> ask("/api/v1/system", null).at("/sight/groups/0/members/0/here").asBoolean());
    JsonNode system = ask("/api/v1/system", null);
    assertThat(system.at("/sight/groups").findValuesAsText("id")).containsExactly("demarche");
    assertThat(system.at("/sight/missing")).isEmpty();
    assertThat(system.at("/sight/unseen")).isEmpty();
    assertThat(system.at("/sight/groups/0/members/0/partitions").toString()).contains("news.articles: 0, 1");
    assertThat(system.at("/lags/0/partitions/0/end").isNumber()).isTrue();
    assertThat(system.at("/about/stores").findValuesAsText("name")).isNotEmpty();
  }
}
