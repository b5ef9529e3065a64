package dev.demarche.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.network.LocalRequest;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleApiTest {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final List<AutoCloseable> open = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private MockProducer<String, byte[]> producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private String server(String token, int maxBytes, long room) {
    ArticleCodec codec = new ArticleCodec(1_000);
    ArticleApi api = new ArticleApi(new ArticleIntake(producer, codec, "news.articles", room), codec, token, new LocalRequest("news.example"), maxBytes);
    Javalin app = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      api.install(config.routes);
    });
    app.start("127.0.0.1", 0);
    open.add(app::stop);
    return "http://127.0.0.1:" + app.port() + "/api/v1/articles";
  }

  private HttpResponse<String> post(String url, String type, String body, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.read(response.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  @Test
  void takesAnArticle() throws Exception {
    HttpResponse<String> response = post(server("secret", 9_999, 99_999), JSON, "{\"id\":\"a1\",\"text\":\"He said no.\"}", "Authorization", "Bearer secret");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("{\"accepted\":1,\"ids\":[\"a1\"]}");
    assertThat(producer.history()).singleElement().satisfies(record -> {
      assertThat(record.topic()).isEqualTo("news.articles");
      assertThat(record.key()).isEqualTo("a1");
      assertThat(new ArticleCodec().read(record.value())).isInstanceOf(ArticleCodec.Read.Accepted.class);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "application/json     | [{\"id\":\"a\",\"text\":\"x\"}, {\"id\":\"b\",\"text\":\"\u00fc]\"}]",
      "application/json; charset=utf-8 | [ {\"id\":\"a\",\"text\":\"x\"},{\"id\":\"b\",\"text\":\"}\"} ]",
      "application/x-ndjson | {\"id\":\"a\",\"text\":\"x\"}NEWLINE{\"id\":\"b\",\"text\":\"y\"}",
      "application/x-ndjson | NEWLINE{\"id\":\"a\",\"text\":\"x\"}\rNEWLINENEWLINE{\"id\":\"b\",\"text\":\"y\"}NEWLINE"})
  void takesSeveral(String type, String body) throws Exception {
    HttpResponse<String> response = post(server(null, 9_999, 99_999), type, body.replace("NEWLINE", "\n"));
    assertThat(response.body()).isEqualTo("{\"accepted\":2,\"ids\":[\"a\",\"b\"]}");
    assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b");
  }

  @Test
  void givesAnArticleTheIdThatItHasOnEveryWayIn() throws Exception {
    HttpResponse<String> response = post(server(null, 9_999, 99_999), JSON, "{\"url\":\"https://example.org/1\",\"text\":\"x\"}");
    assertThat(json(response).at("/ids/0").asText()).isEqualTo(ArticleCodec.id(null, "https://example.org/1", null, "x"));
  }

  @Test
  void namesLineAndMendOfEachFaultAndTakesNothing() throws Exception {
    HttpResponse<String> response = post(server(null, 9_999, 99_999), LINES, "{\"text\":\"x\"}\n{\"text\":\"\"}\n\nnot json\n");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("refused").asInt()).isEqualTo(2);
    assertThat(json(response).get("faults")).extracting(fault -> fault.get("line").asInt() + " " + fault.get("reason").asText())
        .containsExactly("2 TEXT_EMPTY", "4 NOT_JSON");
    assertThat(json(response).get("faults")).allSatisfy(fault -> assertThat(fault.get("mend").asText()).isNotBlank());
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void namesTheLineOfAFaultInAnArray() throws Exception {
    HttpResponse<String> response = post(server(null, 9_999, 99_999), JSON, "[\n{\"text\":\"x\"},\n{\"title\":\n\"y\"}, 7]");
    assertThat(json(response).get("faults")).extracting(fault -> fault.get("line").asInt() + " " + fault.get("reason").asText())
        .containsExactly("3 TEXT_MISSING", "4 NOT_AN_OBJECT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "  ", "[{\"text\":\"x\"}", "[{\"text\":\"x\"}] x", "\"text\"", "{\"text\":\"x\"", "nonsense", "[[", "[nonsense]"})
  void whatHoldsNoArticleIsRefused(String body) throws Exception {
    HttpResponse<String> response = post(server(null, 9_999, 99_999), JSON, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(json(response).at("/faults/0/mend").asText()).isNotBlank();
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void refusesABodyThatIsTooLongWhetherItSaysSoOrNot() throws Exception {
    String url = server(null, 100, 99_999);
    assertThat(post(url, JSON, "x".repeat(101)).statusCode()).isEqualTo(413);
    HttpRequest chunked = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", JSON)
        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[5_000]))).build();
    assertThat(client.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void refusesTypesThatABrowserSendsForAnyPage(String type) throws Exception {
    assertThat(post(server(null, 9_999, 99_999), type, "{\"text\":\"x\"}").statusCode()).isEqualTo(415);
  }

  @Test
  void refusesWhoDoesNotBearTheToken() throws Exception {
    String url = server("secret", 9_999, 99_999);
    assertThat(post(url, JSON, "{\"text\":\"x\"}").statusCode()).isEqualTo(401);
    assertThat(post(url, JSON, "{\"text\":\"x\"}", "Authorization", "Bearer secreT").statusCode()).isEqualTo(401);
    assertThat(post(url, JSON, "{\"text\":\"x\"}", "Authorization", "Basic secret").headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void withoutATokenAnswersThisMachineAloneAndNoProxyOnIt() throws Exception {
    String url = server(" ", 9_999, 99_999);
    assertThat(post(url, JSON, "{\"text\":\"x\"}").statusCode()).isEqualTo(202);
    assertThat(post(url, JSON, "{\"text\":\"x\"}", "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"localhost, 202", "LOCALHOST:8080, 202", "127.0.0.1, 202", "[::1]:8080, 202", "news.example:80, 202",
      "evil.example, 401", "localhost.evil.example, 401", "127.0.0.1.evil.example, 401", "10.0.0.1, 401"})
  void withoutATokenAnswersWhatWasMeantForThisMachineAlone(String host, int status) throws Exception {
    URI url = URI.create(server(null, 9_999, 99_999));
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write(("POST " + url.getPath() + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
          + "Content-Length: 12\r\n\r\n{\"text\":\"x\"}").getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 " + status);
    }
    assertThat(producer.history()).hasSize(status == 202 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site, cross-site, 403", "Sec-Fetch-Site, same-site, 403", "Sec-Fetch-Site, same-origin, 202", "Sec-Fetch-Site, none, 202",
      "Origin, http://evil.example, 403", "Origin, null, 403", "Referer, https://evil.example/page, 403"})
  void withoutATokenAPageOfAnotherSiteIsRefused(String header, String value, int status) throws Exception {
    HttpResponse<String> response = post(server(null, 9_999, 99_999), JSON, "{\"text\":\"x\"}", header, value);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(producer.history()).hasSize(status == 202 ? 1 : 0);
  }

  @Test
  void aTokenIsEnoughWhereverTheRequestIsMeantFor() throws Exception {
    assertThat(post(server("secret", 9_999, 99_999), JSON, "{\"text\":\"x\"}", "Authorization", "Bearer secret", "Origin", "http://desk.example",
        "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(202);
  }

  @Test
  void saysWhenToComeAgainWhereThereIsNoRoomAndTakesNothing() throws Exception {
    producer = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    String url = server(null, 9_999, 200);
    Thread first = new Thread(() -> {
      try {
        post(url, JSON, "{\"id\":\"a\",\"text\":\"x\"}");
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    first.start();
    while (producer.history().isEmpty()) {
      Thread.sleep(5);
    }
    HttpResponse<String> second = post(url, JSON, "{\"id\":\"b\",\"text\":\"x\"}");
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).contains("2");
    producer.completeNext();
    first.join();
    assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a");
    producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  }

  @Test
  void thereIsRoomAgainOnceTheBrokersHaveIt() throws Exception {
    String url = server(null, 9_999, 200);
    for (int i = 0; i < 5; i++) {
      assertThat(post(url, JSON, "{\"text\":\"x\"}").statusCode()).isEqualTo(202);
    }
  }

  @Test
  void aBatchLargerThanTheRoomHasItToItself() throws Exception {
    String url = server(null, 99_999, 150);
    assertThat(post(url, LINES, "{\"text\":\"x\"}\n".repeat(50)).statusCode()).isEqualTo(202);
    assertThat(post(url, JSON, "{\"text\":\"x\"}").statusCode()).isEqualTo(202);
  }

  @Test
  void saysSoWhereTheBrokersDoNotTakeIt() throws Exception {
    producer.sendException = new TimeoutException("no broker");
    HttpResponse<String> response = post(server(null, 9_999, 99_999), JSON, "{\"text\":\"x\"}");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }
}
