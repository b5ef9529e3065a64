package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.topics.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCliIT {
  @TempDir private Path folder;

  @Test
  void taggingIsMeasuredOnAFolder() throws Exception {
    Files.writeString(folder.resolve("one.txt"), "Norland rejected the offer. \"We will wait,\" said its minister.");
    Files.writeString(folder.resolve("two.txt"), "The ferries stay in port.");
    Ran ran = Cli.run("bench", "tagging", "--seconds", "1", "--threads", "1,2", "--kafka", "--json", folder.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode result = Json.mapper().readTree(ran.out());
    assertThat(result.get("articles").asInt()).isEqualTo(2);
    assertThat(result.get("words").asLong()).isEqualTo(15 + 6);
    assertThat(result.get("pieces").asLong()).isGreaterThanOrEqualTo(21);
    assertThat(result.get("speeds")).extracting(speed -> speed.get("threads").asInt()).containsExactly(1, 2);
    JsonNode stages = result.get("speeds").get(0).get("stages");
    assertThat(stages.fieldNames()).toIterable().containsExactlyInAnyOrder("text", "mentions", "encoder", "statements", "actors", "stances", "records");
    assertThat(stages).extracting(JsonNode::asDouble).allMatch(share -> share > 0 && share < 1);
    assertThat(result.get("speeds").get(1).get("articlesPerSecond").asDouble()).isPositive();
    assertThat(result.get("throughKafka").asDouble()).isPositive();
    assertThat(result.get("startSeconds").asDouble()).isPositive();
    assertThat(result.get("peakBytes").asLong()).isGreaterThan(1_000_000);
  }

  @Test
  void aFolderWithoutArticlesIsTold() throws Exception {
    Ran ran = Cli.run("bench", "tagging", folder.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().strip()).isEqualTo(folder + ": the folder holds no article; name a folder with .txt, .json or .jsonl files");
  }

  @Test
  void threadsMustBeOneOrMore() throws Exception {
    Ran ran = Cli.run("bench", "tagging", "--threads", "2,0", folder.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--threads: 0 is too few; write 1 or more");
  }

  @Test
  void latencyIsMeasuredToAWebhookHopByHop() throws Exception {
    Ran ran = Cli.run("bench", "latency", "--ramp", "1", "--seconds", "2", "--rate", "3", "--threads", "1", "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode result = Json.mapper().readTree(ran.out());
    assertThat(result.get("articles").asInt()).isEqualTo(6);
    assertThat(result.get("lost").asInt() + result.get("doubled").asInt() + result.get("toldAgain").asInt()).isZero();
    assertThat(result.get("hops")).extracting(hop -> hop.get("name").asText())
        .containsExactly("tagged, written", "hits, to be read", "alerts, written", "notifications, to be read", "webhook");
    assertThat(result.get("whole").get("p50Millis").asDouble()).isPositive();
  }

  @Test
  void searchIsMeasuredOnAnIndexFilledFromTaggedArticles() throws Exception {
    Ran ran = Cli.run("bench", "search", "--findings", "500", "--seconds", "1", "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode result = Json.mapper().readTree(ran.out());
    assertThat(result.get("findings").asLong()).isBetween(500L, 600L);
    assertThat(result.get("indexBytes").asLong()).isPositive();
    assertThat(result.get("costs")).hasSize(9).allMatch(cost -> cost.get("searches").asInt() > 0);
  }
}
