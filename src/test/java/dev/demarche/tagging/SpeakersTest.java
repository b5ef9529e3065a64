package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarche.domain.Article;
import dev.demarche.domain.Span;
import dev.demarche.domain.Statement;
import dev.demarche.tagging.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who speaks in made-up articles full of people whom no catalogue knows. A floor, not the figure: a better model must not fall below it. */
class SpeakersTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/demarche/tagging/speakers");
  private static final double FLOOR = 0.80;
  private static final double SAME_CONTENT = 0.5;

  @ParameterizedTest
  @ValueSource(strings = {"border-force", "cheese", "shoal"})
  void speakersOfUnknownPeopleAreFound(String name) throws IOException {
    JsonNode gold = new ObjectMapper().readTree(Files.readString(FOLDER.resolve(name + ".gold.json")));
    Article article = new Article(name, 1, null, null, null, gold.get("text").asText(), "en", Instant.parse(gold.get("publishedAt").asText()), null, null);
    List<Statement> free = new ArrayList<>(TagFiles.seeded(Encoder.standard()).tag(article).article().statements());
    int found = free.size();
    List<String> missed = new ArrayList<>();
    for (JsonNode wanted : gold.get("statements")) {
      if (!free.removeIf(new Once(wanted)::right)) {
        missed.add(wanted.get("speaker").asText() + ": " + wanted.get("content"));
      }
    }
    int right = gold.get("statements").size() - missed.size();
    assertThat(2.0 * right / (gold.get("statements").size() + found)).as("F1; missed %s, too many %s", missed,
        free.stream().map(one -> one.speaker() + ": " + words(one)).toList()).isGreaterThanOrEqualTo(FLOOR);
  }

  /** Takes the first statement with the wanted content and speaker. */
  private static final class Once {
    private final JsonNode wanted;
    private boolean taken;

    Once(JsonNode wanted) {
      this.wanted = wanted;
    }

    boolean right(Statement found) {
      Set<String> content = new HashSet<>();
      wanted.get("content").forEach(piece -> content.addAll(words(piece.asText())));
      boolean speaker = Arrays.asList(wanted.get("speaker").asText().split("\\|")).contains(found.speaker());
      boolean right = !taken && speaker && dice(content, words(found)) >= SAME_CONTENT;
      taken |= right;
      return right;
    }
  }

  private static Set<String> words(Statement statement) {
    return words(statement.content().stream().map(Span::text).collect(Collectors.joining(" ")));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
  }

  private static double dice(Set<String> a, Set<String> b) {
    return 2.0 * a.stream().filter(b::contains).count() / (a.size() + b.size());
  }
}
