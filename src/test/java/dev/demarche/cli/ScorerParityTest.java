package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarche.topics.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every figure, and every error that is shown, against the scorers in Python that come with the annotated data: for the small made corpus, and for
 * corpora of random words, marks and spans. Where Python or the scorers are missing, the tests are passed over.
 */
class ScorerParityTest {
  private static final Path SCORERS = Path.of("../shared/eval");
  private static final int ERRORS = 1_000;
  private static final List<String> WORDS = List.of("said", "Ida", "Fenn", "the", "gate", "10\u00bd", "caf\u00e9", "\ud835\udc00\ud835\udc01", "di\u0301ry",
      "\ud83d\ude00", "\u2014", "\"", "\"", "\u201c", "\u201d", "\n", "\r\n", ".", ",", "no", "_x");
  private static final List<String> TAGS = List.of("O", "O", "O", "B-person", "I-person", "B-PER", "I-PER", "B-country", "I-country", "B-event", "I-event",
      "B-organisation", "I-organisation");
  private static final List<String> TYPES = List.of("PERSON", "ORGANIZATION", "COUNTRY", "PLACE", "LOC", "DATE");

  @TempDir private Path folder;

  @BeforeAll
  static void findTheScorers() throws Exception {
    assumeTrue(Files.exists(SCORERS.resolve("score_statements.py")) && Files.exists(SCORERS.resolve("score_mentions.py")), "the scorers are not there");
    try {
      assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0, "python3 does not run");
    } catch (IOException e) {
      assumeTrue(false, "python3 is not installed");
    }
  }

  private List<String> python(String scorer, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-X", "utf8", "-B", SCORERS.resolve(scorer).toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    Path out = folder.resolve("scorer.out");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor()).as(() -> "exit code of " + command).isZero();
    return ReportTextTest.said(Files.lines(out));
  }

  private void compareStatements(Path corpus, Path tagged) throws Exception {
    assertThat(ReportTextTest.said(ReportTextTest.statements(corpus, tagged, ERRORS).lines()))
        .isEqualTo(python("score_statements.py", corpus, tagged, "--errors", ERRORS));
  }

  private void compareMentions(Path corpus, Path tagged) throws Exception {
    List<String> ours = ReportTextTest.said(ReportTextTest.mentions(corpus, tagged, ERRORS).lines().filter(line -> !line.startsWith("sentences ")));
    assertThat(ours).isEqualTo(python("score_mentions.py", "score", corpus, tagged, "--errors", ERRORS));
  }

  @Test
  void statementsOfTheMadeCorpus() throws Exception {
    compareStatements(ReportTextTest.MADE.resolve("statements"), ReportTextTest.MADE.resolve("statements.jsonl"));
  }

  @ParameterizedTest
  @CsvSource({"crossner.txt, crossner.jsonl", "uner.iob2, uner.jsonl"})
  void mentionsOfTheMadeCorpora(String corpus, String tagged) throws Exception {
    compareMentions(ReportTextTest.MADE.resolve(corpus), ReportTextTest.MADE.resolve(tagged));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void statementsOfRandomCorpora(long seed) throws Exception {
    Random random = new Random(seed);
    Files.createDirectories(folder.resolve("text"));
    Files.createDirectories(folder.resolve("attributions"));
    List<String> tagged = new ArrayList<>();
    for (int article = 0; article < 6; article++) {
      String text = String.join(" ", pick(random, WORDS, 5 + random.nextInt(60)));
      Files.writeString(folder.resolve("text/a-" + article + ".txt"), text);
      Files.writeString(folder.resolve("attributions/a-" + article + "_0000.ann"), annotations(random, text.codePointCount(0, text.length())));
      if (random.nextInt(6) > 0) {
        tagged.add(json(Map.of("id", "a-" + article, "statements", IntStream.range(0, random.nextInt(9))
            .mapToObj(i -> found(random, text.length())).toList())));
      }
    }
    compareStatements(folder, Files.write(folder.resolve("tagged.jsonl"), tagged));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mentionsOfRandomCorpora(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder corpus = new StringBuilder();
    List<String> tagged = new ArrayList<>();
    List<String> tokens = WORDS.stream().filter(word -> !word.isBlank()).toList();
    for (int sentence = 0; sentence < 20; sentence++) {
      List<String> words = pick(random, tokens, 1 + random.nextInt(15));
      words.forEach(word -> corpus.append(word).append('\t').append(pick(random, TAGS, 1).get(0)).append('\n'));
      corpus.append('\n');
      int length = String.join(" ", words).length();
      tagged.add(json(Map.of("id", "sentence-" + sentence, "entities", IntStream.range(0, random.nextInt(6)).mapToObj(i -> {
        Map<String, Object> entity = span(random, length);
        entity.put("type", pick(random, TYPES, 1).get(0));
        entity.put("kind", random.nextInt(8) == 0 ? "PRONOUN" : "NAME");
        return entity;
      }).toList())));
    }
    compareMentions(Files.writeString(folder.resolve("corpus.txt"), corpus), Files.write(folder.resolve("tagged.jsonl"), tagged));
  }

  private static List<String> pick(Random random, List<String> from, int count) {
    return IntStream.range(0, count).mapToObj(i -> from.get(random.nextInt(from.size()))).toList();
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  /** Short more often than long; now and then from the middle of a word or a surrogate pair, or beyond the text's end. */
  private static Map<String, Object> span(Random random, int length) {
    int begin = random.nextInt(length + 1);
    return new LinkedHashMap<>(Map.of("begin", begin, "end", begin + random.nextInt(random.nextInt(25) + 1)));
  }

  private static Map<String, Object> found(Random random, int length) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("source", random.nextInt(3) == 0 ? null : span(random, length));
    statement.put("cue", random.nextInt(3) == 0 ? null : span(random, length));
    statement.put("content", IntStream.range(0, random.nextInt(3)).mapToObj(i -> span(random, length)).toList());
    statement.put("nested", random.nextInt(8) == 0);
    return statement;
  }

  private static String annotations(Random random, int length) {
    StringBuilder lines = new StringBuilder();
    int spans = 0;
    int events = random.nextInt(9);
    for (int event = 1; event <= events; event++) {
      StringBuilder arguments = new StringBuilder();
      for (String role : pick(random, List.of("Source", "Cue", "Content", "Content", "Content2"), 1 + random.nextInt(4))) {
        Map<String, Object> first = span(random, length);
        Map<String, Object> second = span(random, length);
        lines.append("T%d\t%s %s %s".formatted(++spans, role, first.get("begin"), first.get("end")))
            .append(random.nextBoolean() ? ";%s %s".formatted(second.get("begin"), second.get("end")) : "").append("\t-\n");
        arguments.append(' ').append(role).append(":T").append(spans);
      }
      lines.append("E").append(event).append('\t').append(arguments.substring(1)).append('\n');
    }
    return lines.toString();
  }
}
