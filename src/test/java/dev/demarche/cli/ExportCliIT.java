package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stances as event data, from files and from a stream. */
class ExportCliIT {
  @TempDir private Path folder;

  private static TaggedArticle article(String id, int revision, String date, String title, Act... acts) {
    String text = "Norway rejects the fish treaty.";
    List<Stance> stances = new ArrayList<>();
    for (Act act : acts) {
      stances.add(new Stance(id + ":" + revision + ":a" + stances.size(), "Norway", "norway", Span.of(text, 0, 6), act, act.polarity(), "Iceland", null, null,
          List.of(), Span.of(text, 0, 14), null, 0.9));
    }
    return new TaggedArticle(id, revision, null, "Daily", title, text, "en", Instant.parse(date + "T08:00:00Z"), null, null, 1, "t",
        List.of(), List.of(), stances, List.of());
  }

  private static String line(TaggedArticle article) {
    return new String(Json.write(article), StandardCharsets.UTF_8) + "\n";
  }

  private static List<String> cells(Ran ran, int row, int... columns) {
    String[] cells = ran.lines().get(row).split("\t", -1);
    return IntStream.of(columns).mapToObj(column -> cells[column]).toList();
  }

  @Test
  void taggedArticlesOnStandardInputBecomeATableWithEachEventOnce() throws Exception {
    String one = line(article("a", 1, "2025-05-13", "=HYPERLINK(\"x\")\tand\nmore", Act.REJECT, Act.STATE, Act.AID));
    Ran ran = Cli.runWithInput(one + "\n" + one + "{\"id\": 7}\n", "export", "plover", "-");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(3).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(52)).first().asString()
        .startsWith("Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\t");
    assertThat(cells(ran, 1, 0, 1, 2, 4, 5, 7, 8, 15, 41)).containsExactly("a:1:a0", "2025-05-13", "REJECT", "-4.2", "VERBAL CONFLICT", "Norway", "NOR",
        "Iceland", "\"=HYPERLINK(\"\"x\"\") and more\"");
    assertThat(cells(ran, 2, 0, 2)).containsExactly("a:1:a2", "AID");
    assertThat(ran.err()).contains("standard input:4: ", "write one tagged article a line, as demarche tag --json does",
        "exported 2 events; left out 2 that came twice; 1 lines or records could not be read");
  }

  @Test
  void whatTagFindsInASeedArticleIsExportedAsJsonLines() throws Exception {
    Path tagged = Files.writeString(folder.resolve("tagged.jsonl"), Cli.run("tag", "--json", "seeds/articles/000_2ae558d726844ad4.txt").out());
    Ran ran = Cli.run("export", "plover", "--format", "jsonl", tagged.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.lines()).extracting(line -> Json.mapper().readTree(line)).anySatisfy(event -> {
      assertThat(event.get("Event Type").asText()).isEqualTo("REJECT");
      assertThat(event.get("Actor Country").asText()).isEqualTo("RUS");
      assertThat(event.get("Sentence").asText()).startsWith("But Moscow has effectively rejected the offer");
      assertThat(event.get("Event Mode").isNull()).isTrue();
    });
  }

  @Test
  void daysAndOtherActsCanBeAskedForAndFormulasOfCsvAreText() throws Exception {
    Path tagged = Files.writeString(folder.resolve("tagged.jsonl"), line(article("a", 1, "2025-05-12", "=1", Act.REJECT))
        + line(article("b", 1, "2025-05-13", "=1", Act.DENY)) + line(article("c", 1, "2025-05-14", "=1", Act.REJECT)));
    Ran ran = Cli.run("export", "plover", "--all", "--format", "csv", "--since", "2025-05-13", "--until", "2025-05-13", tagged.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).hasSize(2).last().asString().startsWith("b:1:a0,2025-05-13,DENY,,,,").contains(",'=1,");
    assertThat(ran.err().strip()).isEqualTo("exported 1 events; left out 2 of other days");
  }

  @Test
  void theStreamsTopicsAreExportedWithTheNewestTextOfEachArticle() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      assertThat(Cli.run("topics", "apply", "--partitions", "2", "--bootstrap", kafka.bootstrap()).code()).isZero();
      Settings settings = Settings.load(null, Map.of(), Map.of(Setting.BOOTSTRAP.key(), kafka.bootstrap()));
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
        writer.write(Topics.ACTORS, "news.actors", "norway", new Actor("norway", "Norway", EntityType.COUNTRY, null, null, null, null, null, null, null, null));
        for (TaggedArticle each : List.of(article("a", 1, "2025-05-12", "x", Act.REJECT), article("a", 2, "2025-05-12", "x", Act.AGREE),
            article("gone", 1, "2025-05-12", "x", Act.REJECT), article("b", 1, "2025-05-13", "x", Act.AID))) {
          writer.write(Topics.TAGGED, "news.tagged", each.id(), each);
          Stance stance = each.stances().get(0);
          writer.write(Topics.STANCES, "news.stances", "norway", new StanceRecord(stance, new Span(0, 31, each.text()), each.ref()));
        }
        writer.write(Topics.TAGGED, "news.tagged", "gone", null);
      }
      Ran tagged = Cli.run("export", "plover", "--bootstrap", kafka.bootstrap());
      assertThat(tagged.code()).as(tagged.err()).isZero();
      assertThat(tagged.lines().stream().skip(1).map(line -> line.replaceAll("\t.*", ""))).containsExactlyInAnyOrder("a:2:a0", "b:1:a0");
      assertThat(cells(tagged, 1, 8)).containsExactly("NOR");
      Ran stances = Cli.run("export", "plover", "--bootstrap", kafka.bootstrap(), "--topic", "stances", "--until", "2025-05-12");
      assertThat(stances.lines().stream().skip(1).map(line -> line.replaceAll("\t.*", ""))).containsExactlyInAnyOrder("a:2:a0", "gone:1:a0");
      assertThat(stances.err()).contains("exported 2 events; left out 1 of other days");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "export ; 2 ; Missing required subcommand",
      "export plover x --since soon ; 2 ; Invalid value for option '--since': soon is no date; write 2025-05-13",
      "export plover x --since 2025-05-13 --until 2025-05-12 ; 2 ; --until: 2025-05-12 lies before --since 2025-05-13",
      "export plover x --format xml ; 2 ; Invalid value for option '--format'",
      "export plover ; 2 ; bootstrap is not set",
      "export plover no-such-file ; 1 ; no-such-file: there is no such file; name one that exists, or - for standard input"})
  void wrongUsageAndMissingFilesAreTold(String arguments, int code, String message) throws Exception {
    Ran ran = Cli.run(arguments.split(" "));
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.err()).contains(message);
  }
}
