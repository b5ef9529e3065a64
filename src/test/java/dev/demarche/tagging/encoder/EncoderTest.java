package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tiny model is written by {@code training/make_tiny_model.py}. */
class EncoderTest {
  private static final Encoder ENCODER = Encoder.load(tiny());

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void theFactsAreThoseOfTheFile() {
    assertThat(ENCODER.facts().version()).isEqualTo("tiny-1");
    assertThat(ENCODER.facts().roles().labels()).hasSize(13).contains("S-CONTENT");
    assertThat(ENCODER.facts().mentions().labels()).contains("B-PERSON");
    assertThat(ENCODER.facts().links().width()).isEqualTo(4);
  }

  @Test
  void eachWordHasItsRowsAndTheEmptyPlaceToo() {
    Scores scores = ENCODER.encode("Mara said: \u201cno\u201d.").iterator().next();
    assertThat(scores.roles()).hasDimensions(7, 13);
    assertThat(scores.mentions()).hasDimensions(7, 13);
    assertThat(scores.links()).hasDimensions(7, 16);
    assertThat(scores.none()).hasSize(16);
  }

  @Test
  void capitalsAndQuotationMarksCount() {
    assertThat(first("the minister")).isNotEqualTo(first("The minister"));
    assertThat(first("the minister")).isNotEqualTo(first("\u201cthe minister"));
  }

  @Test
  void withoutWordsThereAreNoWindows() {
    assertThat(ENCODER.encode("\n \n")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.demarche.tagging.encoder.RandomTexts#all")
  void everyTextIsEncodedAndItsRunsStandInTheText(String text) {
    for (Scores scores : ENCODER.encode(text)) {
      for (LabelledSpan span : ENCODER.facts().mentions().spans(scores.mentions(), scores.from())) {
        assertThat(scores.from() <= span.from() && span.to() <= scores.to()).isTrue();
        assertThat(text).contains(text.substring(scores.words().begin(span.from()), scores.words().end(span.to() - 1)));
      }
    }
  }

  @Test
  void aMegabyteOnOneLineIsEncodedWindowByWindow() {
    int words = 0;
    for (Scores scores : ENCODER.encode("Mara says no. ".repeat(75_000))) {
      words += scores.ownedTo() - scores.ownedFrom();
    }
    assertThat(words).isEqualTo(300_000);
  }

  @Test
  void eightThreadsGetWhatOneGets() throws Exception {
    List<String> texts = RandomTexts.all().filter(text -> text.length() < 5_000).toList();
    List<List<Float>> alone = texts.stream().map(EncoderTest::numbers).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<Float>>> calls = new ArrayList<>();
      texts.forEach(text -> calls.add(() -> numbers(text)));
      List<List<Float>> together = new ArrayList<>();
      for (Future<List<Float>> future : threads.invokeAll(calls)) {
        together.add(future.get());
      }
      assertThat(together).isEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void noThreadIsStartedBesideTheCallers() throws Exception {
    // A native thread bears the name of the thread that started it.
    List<String> names = new ArrayList<>();
    Thread probe = new Thread(() -> {
      try (Encoder encoder = Encoder.load(tiny())) {
        encoder.encode("a b c ".repeat(500)).forEach(scores -> {});
        names.addAll(nativeThreads());
      }
    }, "encoder-probe");
    probe.start();
    probe.join();
    assertThat(names).containsOnlyOnce("encoder-probe");
  }

  @Test
  void aMissingModelIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> Encoder.load(folder.resolve("model.onnx"))).isInstanceOf(UncheckedIOException.class).hasMessageContaining("is missing");
  }

  @Test
  void aFileThatIsNoModelIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "no model");
    Files.copy(tiny().resolveSibling("vocab.txt"), folder.resolve("vocab.txt"));
    assertThatThrownBy(() -> Encoder.load(folder.resolve("model.onnx"))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("model.onnx").toString());
  }

  @Test
  void aVocabularyOfAnotherModelIsRefused(@TempDir Path folder) throws IOException {
    Files.copy(tiny(), folder.resolve("model.onnx"));
    Files.writeString(folder.resolve("vocab.txt"), "[CLS]\n[SEP]\n[UNK]\n" + "x\n".repeat(10_000));
    assertThatThrownBy(() -> Encoder.load(folder.resolve("model.onnx"))).hasMessageContaining("vocab.txt").hasMessageContaining("10002");
    Files.writeString(folder.resolve("vocab.txt"), "[CLS]\n[UNK]\n");
    assertThatThrownBy(() -> Encoder.load(folder.resolve("model.onnx"))).hasMessageContaining("no line [SEP]");
  }

  private static List<Float> first(String text) {
    Scores scores = ENCODER.encode(text).iterator().next();
    List<Float> row = new ArrayList<>();
    for (float value : scores.roles()[scores.roles().length - 1]) {
      row.add(value);
    }
    return row;
  }

  private static List<Float> numbers(String text) {
    List<Float> numbers = new ArrayList<>();
    for (Iterator<Scores> all = ENCODER.encode(text).iterator(); all.hasNext();) {
      Scores scores = all.next();
      for (float[][] rows : List.of(scores.roles(), scores.mentions(), scores.links())) {
        for (float[] row : rows) {
          for (float value : row) {
            numbers.add(value);
          }
        }
      }
    }
    return numbers;
  }

  private static List<String> nativeThreads() {
    try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      List<String> names = new ArrayList<>();
      for (Path task : tasks) {
        names.add(Files.readString(task.resolve("comm")).strip());
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path tiny() {
    try {
      return Path.of(EncoderTest.class.getResource("tiny/model.onnx").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
