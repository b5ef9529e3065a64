package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.topics.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an evaluation is asked for and told; which figures are due is in {@link ReportTextTest}. */
class EvalCliIT {
  private static final String MADE = "src/test/resources/evaluation";

  @TempDir private Path folder;

  @Test
  void statementsThatWereTaggedBeforeAreScored() throws Exception {
    Ran ran = Cli.run("eval", "statements", MADE + "/statements", "--tagged", MADE + "/statements.jsonl", "--errors", "1");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines()).hasSize(14).startsWith("missed harbour [mixed]", "   source: He", "   cue: added");
    assertThat(ran.lines()).contains("articles 4 (tagged 3), gold statements 18, found 22")
        .anySatisfy(line -> assertThat(line).matches("statement       P 0\\.591  R 0\\.722  F1 0\\.650  \\[0\\.\\d{3}, 0\\.\\d{3}]  \\(18 gold\\)"));
  }

  @Test
  void speakersWithoutANameAreCountedAndOthersDrawn() throws Exception {
    Path tagged = Files.writeString(folder.resolve("speakers.jsonl"), "{\"id\": \"harbour\", \"statements\": [{\"speaker\": \"Ida Fenwick\", "
        + "\"speakerKind\": \"PERSON\", \"content\": [{\"begin\": 75, \"end\": 115}]}]}\n");
    Ran ran = Cli.run("eval", "speakers", MADE + "/statements", "--tagged", tagged.toString(), "--sample", "5", "--seed", "7");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lines()).contains("articles 4 (tagged 1), gold statements 18, of them found 1", "   speaker: Ida Fenwick")
        .anyMatch(line -> line.matches("all +found +1  without a name +0  0\\.000"));
  }

  @Test
  void aSpeakerOfNoKnownKindIsTold() throws Exception {
    Path tagged = Files.writeString(folder.resolve("odd.jsonl"), "{\"id\": \"a\", \"statements\": [{\"speakerKind\": \"CHAIR\"}]}\n");
    Ran ran = Cli.run("eval", "speakers", MADE + "/statements", "--tagged", tagged.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith(tagged + ":1: field \"speakerKind\": CHAIR is none of ");
  }

  @Test
  void pronounsThatWereTaggedBeforeAreScored() throws Exception {
    Ran ran = Cli.run("eval", "pronouns", MADE + "/gap.tsv", "--tagged", MADE + "/gap.jsonl", "--errors", "1");
    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).hasSize(8).contains("rows 4 (tagged 3)")
        .anySatisfy(line -> assertThat(line).matches("all             accuracy 0\\.500  \\[0\\.\\d{3}, \\d\\.\\d{3}]  \\(2 of 4\\)"));
  }

  @Test
  void theSameFileHasTheSameIntervals() throws Exception {
    String[] command = {"eval", "mentions", MADE + "/crossner.txt", "--tagged", MADE + "/crossner.jsonl", "--json"};
    assertThat(Cli.run(command).out()).isEqualTo(Cli.run(command).out());
  }

  @Test
  void jsonHoldsCountsFiguresAndIntervals() throws Exception {
    Ran ran = Cli.run("eval", "mentions", MADE + "/uner.iob2", "--tagged", MADE + "/uner.jsonl", "--json", "--errors", "2");
    JsonNode report = Json.mapper().readTree(ran.out());
    assertThat(report.get("bootstrap").get("resamples").asInt()).isEqualTo(1000);
    assertThat(report.get("missed")).hasSize(2);
    assertThat(report.get("speed").isNull()).isTrue();
    JsonNode location = report.get("scores").get(2);
    assertThat(location.get("name").asText()).isEqualTo("LOCATION");
    assertThat(location.get("counts").toString()).isEqualTo("{\"tp\":1,\"fp\":2,\"fn\":2}");
    assertThat(location.get("f1").get("value").asDouble()).isEqualTo(1 / 3.0);
    assertThat(location.get("f1").get("high").asDouble()).isEqualTo(1);
  }

  @Test
  void withoutATaggedFileTheTaggerWorksAndWhatItFoundCanBeScoredAgain() throws Exception {
    String tagged = folder.resolve("tagged.jsonl").toString();
    Ran now = Cli.run("eval", "statements", MADE + "/statements", "--write", tagged, "--threads", "2");
    Ran again = Cli.run("eval", "statements", MADE + "/statements", "--tagged", tagged);
    assertThat(now.code()).isZero();
    assertThat(now.err()).matches("tagged 4 articles in \\d+\\.\\d s: \\d+\\.\\d a second, 2 threads, start included\\s+");
    assertThat(now.lines()).isEqualTo(again.lines()).anyMatch(line -> line.startsWith("articles 4 (tagged 4), gold statements 18, found "));
  }

  @Test
  void linksAreScoredAgainstWhatTheCatalogueHolds() throws Exception {
    Ran ran = Cli.run("eval", "linking", MADE + "/linking.jsonl", "--tagged", MADE + "/linking-tagged.jsonl");
    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).contains("articles 2 (tagged 1), gold links 4, found 3");
    assertThat(ran.out()).containsPattern("held +R 0\\.667").containsPattern("name +P 0\\.667  R 0\\.500  F1 0\\.571");
  }

  @Test
  void goldArticlesThatWereTaggedBeforeAreScored() throws Exception {
    Ran ran = Cli.run("eval", "stances", "gold", MADE + "/made-gold", "--tagged", MADE + "/made-gold.jsonl", "--errors", "1");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lines()).startsWith("missed harbour actors: Atlantis", "dropped: 1 items whose span's text is not what stands at its offsets",
        "articles 1 (tagged 1), gold stances 3, found 3");
    assertThat(ran.out()).containsPattern("stance\\+target +P 0\\.333  R 0\\.333  F1 0\\.333").containsPattern("actors +R 0\\.833");
  }

  @Test
  void goldArticlesAreTagged() throws Exception {
    Ran ran = Cli.run("eval", "stances", "gold", MADE + "/gold/dev", "--threads", "2");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lines()).hasSize(8).first().asString().startsWith("articles 3 (tagged 3), gold stances ");
    assertThat(ran.err()).startsWith("tagged 3 articles in ");
  }

  @Test
  void aFolderWithoutGoldArticlesIsTold() throws Exception {
    assertThat(Cli.run("eval", "stances", "gold", folder.toString()).err().strip()).isEqualTo(
        folder + ": the folder holds no annotated article; name one that holds NAME.gold.json, with the article in NAME.txt beside it");
    Files.writeString(folder.resolve("x.gold.json"), "{\"actors\": [], \"statements\": [], \"stances\": [], \"conditions\": 1}");
    Ran ran = Cli.run("eval", "stances", "gold", folder.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith(folder + "/x.gold.json: field \"conditions\" is missing or no list");
  }

  @Test
  void aFolderThatIsNoCorpusIsTold() throws Exception {
    assertThat(Cli.run("eval", "statements", folder + "/none").err().strip())
        .isEqualTo(folder + "/none: there is no such folder; name one that exists, with text/NAME.txt and attributions/NAME_xxxx.ann");
    Files.createDirectory(folder.resolve("text"));
    Ran ran = Cli.run("eval", "statements", folder.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().strip()).isEqualTo(
        folder + ": the folder holds no folder attributions; name one in PolNeAR's form, with text/NAME.txt and attributions/NAME_xxxx.ann");
    Files.createDirectory(folder.resolve("attributions"));
    assertThat(Cli.run("eval", "statements", folder.toString()).err()).startsWith(folder + ": no article is annotated; ");
  }

  @Test
  void aFileThatIsNoIobIsTold() throws Exception {
    Ran ran = Cli.run("eval", "mentions", MADE + "/statements.jsonl");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().strip()).startsWith(MADE + "/statements.jsonl:1: the line holds no token with its IOB tag; write TOKEN<TAB>TAG")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "eval ; Missing required subcommand",
      "eval statements ; Missing required parameter: 'CORPUS_DIR'",
      "eval statements x --tagged a --write b ; --tagged and --write: a file that was tagged before is not tagged again",
      "eval speakers x --sample -1 ; --sample: -1 is too few; write 0 or more",
      "eval mentions x --threads 0 ; --threads: 0 is too few; write 1 or more",
      "eval mentions x --errors -1 ; --errors: -1 is too few; write 0 or more"})
  void wrongUsageIsTold(String arguments, String message) throws Exception {
    Ran ran = Cli.run(arguments.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(message);
  }
}
