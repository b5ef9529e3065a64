package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarche.evaluation.Bootstrap;
import dev.demarche.evaluation.Evaluation;
import dev.demarche.evaluation.GoldCorpus;
import dev.demarche.evaluation.Report;
import dev.demarche.evaluation.TaggedFile;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures on gold articles: literally for a made one, and, where they are at hand, against those of the scorer in Python that came with the form. */
class GoldParityTest {
  private static final Path SCORER = Path.of("../shared/eval/score_gold.py");
  private static final Pattern LINE = Pattern.compile("(\\S+) +(?:P (\\S+) +)?R (\\S+)(?: +F1 (\\S+))? +\\((?:gold )?(\\d+)(?: of|, found) (\\d+)\\)");
  private static final List<String> NAMES = List.of("Ida Fenn", "the U.S.", "United States", "Norland|Sudria", "Türkiye", "Turkey", "Sudria", "Czechia",
      "Norland's envoy", "Nor\u2019land", "O'Hara");
  private static final List<String> ACTS = List.of("AGREE", "REJECT", "REJECT|ACCUSE", "ACCUSE", "STATE");
  private static final List<String> WORDS = List.of("said", "the", "gate", "caf\u00e9", "10\u00bd", "\ud83d\ude00", "treaty", "ports", "no", "Gate", "if", ",");

  @TempDir private Path folder;

  private static List<String> ours(Path corpus, Path tagged) {
    Report report = Evaluation.gold(GoldCorpus.read(corpus), TaggedFile.whole(tagged), Bootstrap.STANDARD, 0);
    return report.scores().stream().map(score -> score.f1() == null
        ? String.join(" ", score.name(), ReportText.value(score.recall().value()), "" + score.counts().tp(), "" + score.counts().gold())
        : String.join(" ", score.name(), ReportText.value(score.precision().value()), ReportText.value(score.recall().value()),
            ReportText.value(score.f1().value()), "" + score.counts().gold(), "" + score.counts().found())).toList();
  }

  private List<String> python(Path corpus, Path tagged) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-X", "utf8", "-B", SCORER.toString(), tagged.toString()));
    try (Stream<Path> files = Files.list(corpus)) {
      files.filter(file -> file.toString().endsWith(".gold.json")).sorted().map(Path::toString).forEach(command::add);
    }
    Path out = folder.resolve("scorer.out");
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor()).isZero();
    return Files.readAllLines(out).stream().map(LINE::matcher).filter(Matcher::matches).map(line -> Stream.of(line.group(1), line.group(2), line.group(3),
        line.group(4), line.group(5), line.group(6)).filter(part -> part != null).reduce((a, b) -> a + " " + b).orElseThrow()).toList();
  }

  private static void assumeTheScorer() throws Exception {
    assumeTrue(Files.exists(SCORER), "the scorer is not there");
    try {
      assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0, "python3 does not run");
    } catch (IOException e) {
      assumeTrue(false, "python3 is not installed");
    }
  }

  @Test
  void aMadeArticleHasTheFiguresThatAreDue() {
    Path made = ReportTextTest.MADE.resolve("made-gold");
    assertThat(ours(made, ReportTextTest.MADE.resolve("made-gold.jsonl"))).containsExactly("actors 0.833 5 6", "content 0.667 1.000 0.800 2 3",
        "speaker 0.333 0.500 0.400 2 3", "stance 0.667 0.667 0.667 3 3", "stance+target 0.333 0.333 0.333 3 3", "condition 1.000 1.000 1.000 1 1",
        "condition+by 0.000 0.000 0.000 1 1");
  }

  @Test
  void aMadeArticleHasTheFiguresOfTheScorerInPython() throws Exception {
    assumeTheScorer();
    Path made = ReportTextTest.MADE.resolve("made-gold");
    Path tagged = ReportTextTest.MADE.resolve("made-gold.jsonl");
    assertThat(ours(made, tagged)).isEqualTo(python(made, tagged));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void randomArticlesHaveTheFiguresOfTheScorerInPython(long seed) throws Exception {
    assumeTheScorer();
    Random random = new Random(seed);
    Path corpus = Files.createDirectory(folder.resolve("gold"));
    List<String> tagged = new ArrayList<>();
    for (int article = 0; article < 4; article++) {
      String text = words(random, 40);
      Files.writeString(corpus.resolve("a-" + article + ".gold.json"), json(items(random, text, true, "text", text, "actors", List.of(NAMES.get(article),
          NAMES.get(3), "Nobody"))));
      if (random.nextInt(5) > 0) {
        tagged.add(json(items(random, text, false, "id", "x/a-" + article + ".txt", "entities",
            IntStream.range(0, 4).mapToObj(i -> with(span(random, text), "name", pick(random, NAMES))).toList())));
      }
    }
    Path file = Files.write(folder.resolve("tagged.jsonl"), tagged);
    assertThat(ours(corpus, file)).isEqualTo(python(corpus, file));
  }

  private static Map<String, Object> items(Random random, String text, boolean gold, Object... more) {
    Map<String, Object> items = new LinkedHashMap<>(Map.of((String) more[0], more[1], (String) more[2], more[3]));
    items.put("statements", many(random, () -> with(new LinkedHashMap<>(), "speaker", name(random), "content", List.of(piece(random, text, gold)))));
    items.put("stances", many(random, () -> with(new LinkedHashMap<>(), "holder", name(random), "act", pick(random, ACTS), "target", name(random), "evidence",
        piece(random, text, gold))));
    items.put("conditions", many(random, () -> with(new LinkedHashMap<>(), "by", name(random), "antecedent", piece(random, text, gold), "consequence",
        piece(random, text, gold))));
    return items;
  }

  private static List<Object> many(Random random, Supplier<Object> one) {
    return IntStream.range(0, random.nextInt(9)).mapToObj(i -> one.get()).toList();
  }

  private static Map<String, Object> with(Map<String, Object> map, Object... more) {
    for (int i = 0; i < more.length; i += 2) {
      map.put((String) more[i], more[i + 1]);
    }
    return map;
  }

  private static String name(Random random) {
    return random.nextInt(4) == 0 ? null : pick(random, NAMES.subList(0, 7));
  }

  private static Object piece(Random random, String text, boolean gold) {
    Map<String, Object> span = span(random, text);
    return gold ? span.get("text") : span;
  }

  /** From a word to another one; now and then with a text that does not stand there. */
  private static Map<String, Object> span(Random random, String text) {
    int begin = random.nextInt(20);
    begin = begin == 0 ? 0 : text.indexOf(' ', begin * 3) + 1;
    int end = Math.min(text.length(), text.indexOf(' ', Math.min(text.length() - 2, begin + random.nextInt(60))));
    end = end <= begin ? text.length() : end;
    String piece = random.nextInt(15) == 0 ? "no gate" : text.substring(begin, end);
    return new LinkedHashMap<>(Map.of("begin", begin, "end", end, "text", piece));
  }

  private static String words(Random random, int count) {
    return String.join(" ", IntStream.range(0, count).mapToObj(i -> pick(random, WORDS)).toList());
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
