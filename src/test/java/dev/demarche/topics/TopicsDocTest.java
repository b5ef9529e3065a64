package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on topics against the files that it describes. */
class TopicsDocTest {
  private static final Path DOCUMENT = Path.of("docs/topics.md");

  @Test
  void theTableSaysWhatTheFilesSay() throws IOException {
    Map<String, List<String>> rows = Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `news."))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList())
        .collect(Collectors.toMap(cells -> cells.get(0).replace("`", ""), cells -> List.of(cells.get(3), cells.get(4), cells.get(5), cells.get(6))));
    Map<String, String> schemas = Stream.of(Topics.ALL, Topics.INTERNAL).flatMap(List::stream).collect(Collectors.toMap(
        topic -> topic.name(Topics.DEFAULT_PREFIX), topic -> Topics.INTERNAL.contains(topic) ? "none" : "`" + topic.event() + "`"));
    assertThat(rows).isEqualTo(TopicFiles.bundled().stream().collect(Collectors.toMap(TopicSpec::name,
        spec -> List.of(schemas.get(spec.name()), String.valueOf(spec.partitions()), kept(spec.config()), largest(spec.config())))));
  }

  @Test
  void namesEveryReasonAndEveryHeader() throws IOException {
    String text = Files.readString(DOCUMENT);
    assertThat(DeadLetter.Reason.values()).allMatch(reason -> text.contains("`" + reason + "`"));
    assertThat(text).contains(CloudEvents.ID, CloudEvents.TYPE, CloudEvents.SOURCE, CloudEvents.TIME, CloudEvents.SPEC_VERSION,
        CloudEvents.CONTENT_TYPE, CloudEvents.SCHEMA_VERSION, CloudEvents.TAGGER_VERSION);
  }

  private static String kept(Map<String, String> config) {
    if (config.get("cleanup.policy").equals("compact")) {
      return "compacted";
    }
    long days = Long.parseLong(config.get("retention.ms")) / 86_400_000;
    return (config.get("cleanup.policy").startsWith("compact") ? "compacted, " : "") + (days == 1 ? "1 day" : days + " days");
  }

  private static String largest(Map<String, String> config) {
    return (Long.parseLong(config.get("max.message.bytes")) >> 20) + " MiB";
  }
}
