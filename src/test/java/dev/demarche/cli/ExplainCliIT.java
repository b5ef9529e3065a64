package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.topics.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code explain} says of the article that comes with Demarche. */
class ExplainCliIT {
  private static final String SEEDS = "seeds/articles/000_2ae558d726844ad4.txt";

  @Test
  void theTextForPeopleHoldsSpeakersAndChainsWithReasons() throws Exception {
    Ran ran = Cli.run("explain", SEEDS);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lines().get(0)).startsWith("What is known about the Russian-Ukrainian negotiations?");
    assertThat(ran.out()).containsPattern("#\\d+ Volodymyr Zelensky PERSON  \"He\": that negotiations with Putin were impossible\\s+whom the pronoun means")
        .containsPattern("#\\d+ Russia COUNTRY, in the catalogue as russia").containsPattern("\"Moscow\" +at \\d+ a capital that acts: its government")
        .containsPattern("\"The US president\" +at \\d+ .*president").doesNotContain("\u001b");
  }

  @Test
  void jsonHoldsTheReasonsAsData() throws Exception {
    JsonNode explained = Json.mapper().readTree(Cli.run("explain", "--json", SEEDS).out());
    assertThat(explained.get("article").get("publishedAt").asText()).isEqualTo("2025-05-13T12:00:00Z");
    assertThat(explained.get("speakers")).hasSameSizeAs(explained.get("article").get("statements"));
    List<JsonNode> mentions = new ArrayList<>();
    explained.get("mentions").forEach(mentions::add);
    JsonNode kremlin = mentions.stream().filter(one -> one.get("span").get("text").asText().equals("Kremlin")).findFirst().orElseThrow();
    assertThat(kremlin.get("name").asText() + " " + kremlin.get("actor").asText() + " " + kremlin.get("reason").get("ground").asText())
        .isEqualTo("Russia russia SEAT");
    assertThat(kremlin.get("chain").asInt()).isPositive();
  }

  @Test
  void aPronounThatIsNotSureEnoughMeansNobodyLikelyEnough() throws Exception {
    Ran ran = Cli.run("explain", "--set", "pronouns.confidence.least=1", SEEDS);
    assertThat(ran.out()).contains("nobody is likely enough").doesNotContain("whom the pronoun means best");
  }

  @Test
  void standardInputIsExplainedToo() throws Exception {
    Ran ran = Cli.runWithInput("Foreign Minister Ingvild Aas spoke. \"We are ready,\" Aas said.", "explain", "-");
    assertThat(ran.out()).contains("Ingvild Aas");
  }

  @Test
  void whatCannotBeReadIsTold() throws Exception {
    Ran ran = Cli.run("explain", "none.txt");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith("none.txt");
    assertThat(Cli.run("explain").err()).contains("Missing required parameter");
    assertThat(Cli.run("explain", "--published-at", "soon", SEEDS).err()).contains("--published-at: soon is no date; write 2025-05-13");
  }
}
