package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.topics.Json;
import dev.demarche.topics.Schemas;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tag} reads and how it tells of what it cannot read; what it finds is in {@link TagCliIT}. */
class TagFilesCliIT {
  @TempDir Path folder;

  private static JsonNode json(String line) {
    try {
      return Json.mapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static List<String> ids(Ran ran) {
    return ran.lines().stream().map(line -> json(line).get("id").asText()).toList();
  }

  @Test
  void tagsFilesFoldersAndLinesToOneJsonObjectALine() throws Exception {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("one.txt"), "Norland rejected the offer. \u00dcber \ud83d\ude00");
    Files.writeString(folder.resolve("one.yaml"), "title: T\npublishedAt: 2025-05-13\n");
    Files.writeString(folder.resolve("sub/two.json"), "{\"id\":\"two\",\"text\":\"x\"}");
    Files.writeString(folder.resolve("sub/three.jsonl"), "{\"id\":\"three\",\"text\":\"x\"}\n{\"id\":\"four\",\"text\":\"y\"}\n");
    Ran ran = Cli.run("tag", "--json", folder + "/one.txt", folder + "/sub");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ids(ran)).containsExactly("one", "three", "four", "two");
    assertThat(json(ran.lines().get(0)).get("text").asText()).isEqualTo("Norland rejected the offer. \u00dcber \ud83d\ude00");
    assertThat(json(ran.lines().get(0)).get("publishedAt").asText()).isEqualTo("2025-05-13T00:00:00Z");
    assertThat(ran.lines()).allSatisfy(line ->
        assertThat(Schemas.faults(Topics.TAGGED, line.getBytes(StandardCharsets.UTF_8))).isEmpty());
  }

  @Test
  void tagsStandardInput() throws Exception {
    Ran text = Cli.runWithInput("Norland rejected the offer.", "tag", "--json", "--published-at", "2025-05-13", "-");
    assertThat(text.code()).isZero();
    assertThat(ids(text)).containsExactly("stdin");
    assertThat(json(text.out()).get("publishedAt").asText()).isEqualTo("2025-05-13T00:00:00Z");
    Ran lines = Cli.runWithInput("{\"id\":\"a\",\"text\":\"x\",\"publishedAt\":\"2020-01-01\"}\n", "tag", "--json", "--published-at", "2025-05-13", "-");
    assertThat(json(lines.out()).get("publishedAt").asText()).isEqualTo("2020-01-01T00:00:00Z");
  }

  @Test
  void tellsWhatCannotBeReadAndTagsTheRest() throws Exception {
    Path lines = Files.writeString(folder.resolve("lines.jsonl"), "{\"id\":\"a\",\"text\":\"x\"}\nnonsense\n{\"id\":\"b\",\"text\":\"y\"}\n");
    Ran ran = Cli.run("tag", "--json", folder + "/none.txt", lines.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ids(ran)).containsExactly("a", "b");
    assertThat(ran.err().lines()).satisfiesExactly(
        missing -> assertThat(missing).isEqualTo(folder + "/none.txt: there is no such file or folder; name one that exists, or - for standard input"),
        bad -> assertThat(bad).startsWith(lines + ":2: the record is no JSON at line 1, column").endsWith("write one JSON object"));
  }

  @Test
  void saysWhichPackIsWrong() throws Exception {
    Files.createDirectories(folder.resolve("watches"));
    Files.writeString(folder.resolve("watches/w.yaml"), "- id: w\n  name: w\n  kind: stanze\n  words: x\n");
    Ran ran = Cli.run("tag", "--set", "packs=" + folder, "--json", "seeds/articles");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("watches/w.yaml:3: kind: ");
  }
}
