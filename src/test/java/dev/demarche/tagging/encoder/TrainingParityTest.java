package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code words.jsonl} is written by {@code training/make_words_fixture.py}, from the code that the model is trained with. */
class TrainingParityTest {
  private static final WordPieces PIECES = new WordPieces(new Vocabulary(read("vocab.txt"), "vocab.txt"));

  static Stream<JsonNode> texts() throws IOException {
    List<JsonNode> texts = new ArrayList<>();
    for (String line : read("words.jsonl").split("\n")) {
      texts.add(new ObjectMapper().readTree(line));
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void wordsAreThoseOfTheTraining(JsonNode expected) {
    Words words = Words.of(expected.get("text").asText());
    assertThat(IntStream.range(0, words.size()).mapToObj(words::word)).containsExactlyElementsOf(texts(expected.get("words")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void piecesAndTypesAreThoseOfTheTraining(JsonNode expected) {
    Pieces pieces = Pieces.of(Words.of(expected.get("text").asText()), PIECES);
    for (int i = 0; i < pieces.words().size(); i++) {
      int word = i;
      assertThat(IntStream.range(0, pieces.count(i)).map(k -> pieces.piece(word, k)).toArray()).as(pieces.words().word(i))
          .containsExactly(numbers(expected.get("pieces").get(i)));
      assertThat(pieces.type(i)).as(pieces.words().word(i)).isEqualTo(expected.get("types").get(i).intValue());
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void windowsAndTheirSequencesAreThoseOfTheTraining(JsonNode expected) {
    Pieces pieces = Pieces.of(Words.of(expected.get("text").asText()), PIECES);
    LongBuffer ids = LongBuffer.allocate(512);
    int n = 0;
    for (Windows windows = new Windows(pieces, 256, 32); windows.hasNext(); n++) {
      Window window = windows.next();
      assertThat(new int[] {window.from(), window.to(), window.ownedFrom(), window.ownedTo()})
          .containsExactly(numbers(expected.get("windows").get(n)));
      int[] places = Sequence.write(window, pieces, PIECES.vocabulary(), ids, LongBuffer.allocate(512));
      assertThat(IntStream.range(0, ids.limit()).map(i -> (int) ids.get(i)).toArray()).containsExactly(numbers(expected.get("ids").get(n)));
      assertThat(places).containsExactly(numbers(expected.get("at").get(n)));
    }
    assertThat(n).isEqualTo(expected.get("windows").size());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static int[] numbers(JsonNode list) {
    return IntStream.range(0, list.size()).map(i -> list.get(i).intValue()).toArray();
  }

  private static String read(String name) {
    try (InputStream in = Encoder.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
