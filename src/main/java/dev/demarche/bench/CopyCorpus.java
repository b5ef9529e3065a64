package dev.demarche.bench;

import dev.demarche.evaluation.LinkedArticle;
import dev.demarche.evaluation.LinkingCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Articles and pairs of them for measuring how copies are recognised: half of the articles for choosing limits, half for reporting. Pairs are the
 * same for the same texts and seed.
 */
final class CopyCorpus {
  /** Which half of the articles. */
  enum Half { CHOOSING, REPORTING }

  /**
   * Two texts.
   *
   * @param way what was done to make the second of the first; null of a near miss
   */
  record Pair(String one, String other, CopyMaker.Way way) {}

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\s*\\n\\s*");
  private static final int FEWEST_WORDS = 60;
  private static final int NEAREST = 30;
  private static final int LONG_SHINGLE = 8;
  private static final double SAME = 0.5;
  private static final double QUOTED = 0.2;

  private final List<String> texts;
  private final List<String> vocabulary;
  private int left;

  private CopyCorpus(List<String> texts) {
    this.texts = texts;
    this.vocabulary = texts.stream().flatMap(NOT_LETTERS::splitAsStream).filter(word -> !word.isEmpty()).toList();
  }

  /** One half of the texts in {@code corpora/polnear/train/text} and {@code corpora/linking}, without those shorter than {@value #FEWEST_WORDS} words. */
  static CopyCorpus read(Path corpora, Half half) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(corpora.resolve("polnear/train/text"))) {
      for (Path file : files.sorted().toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    try (Stream<Path> files = Files.list(corpora.resolve("linking"))) {
      for (LinkedArticle article : LinkingCorpus.read(files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList())) {
        texts.put("linking-" + article.id(), article.text());
      }
    }
    return new CopyCorpus(texts.entrySet().stream().filter(text -> Math.floorMod(text.getKey().hashCode(), 2) == half.ordinal())
        .map(Map.Entry::getValue).filter(text -> words(text).length >= FEWEST_WORDS).toList());
  }

  List<String> texts() {
    return texts;
  }

  /** Every word of every text, so that one drawn from it is drawn by its frequency. */
  List<String> vocabulary() {
    return vocabulary;
  }

  /** {@code each} copies of each article, by each way in turn. */
  List<Pair> copies(int each, long seed) {
    CopyMaker maker = new CopyMaker(vocabulary);
    Random random = new Random(seed);
    CopyMaker.Way[] ways = CopyMaker.Way.values();
    List<Pair> pairs = new ArrayList<>();
    for (String text : texts) {
      for (int i = 0; i < each; i++) {
        CopyMaker.Way way = ways[pairs.size() % ways.length];
        pairs.add(new Pair(text, maker.copy(text, way, random), way));
      }
    }
    return pairs;
  }

  /**
   * The {@value #NEAREST} articles nearest to each, by the cosine of TF-IDF. What is a copy already as it stands in the corpus, with half of the
   * shingles of eight words in common, is left out and counted.
   */
  List<Pair> nearMisses() {
    List<Map<String, Double>> vectors = vectors();
    List<Set<String>> shingles = texts.stream().map(text -> shingles(words(text))).toList();
    Set<Long> taken = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    left = 0;
    for (int i = 0; i < texts.size(); i++) {
      int one = i;
      double[] likeness = IntStream.range(0, texts.size()).mapToDouble(j -> cosine(vectors.get(one), vectors.get(j))).toArray();
      List<Integer> nearest = IntStream.range(0, texts.size()).filter(j -> j != one).boxed()
          .sorted((j, k) -> Double.compare(likeness[k], likeness[j])).limit(NEAREST).toList();
      for (int other : nearest) {
        if (!taken.add((long) Math.min(one, other) * texts.size() + Math.max(one, other))) {
          continue;
        }
        if (same(shingles.get(one), shingles.get(other))) {
          left++;
        } else {
          pairs.add(new Pair(texts.get(one), texts.get(other), null));
        }
      }
    }
    return pairs;
  }

  /** How many pairs the last call of {@link #nearMisses()} left out as copies. */
  int leftOut() {
    return left;
  }

  /** Near misses that quote the same: a paragraph with a quotation, at most {@value #QUOTED} of either text, is put into the other. */
  List<Pair> sharedQuotes(List<Pair> nearMisses, long seed) {
    Random random = new Random(seed);
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : nearMisses) {
      int most = (int) (QUOTED * Math.min(words(pair.one).length, words(pair.other).length));
      List<String> quoting = Arrays.stream(PARAGRAPHS.split(pair.one))
          .filter(paragraph -> paragraph.matches("(?s).*[\"\u201c].*") && words(paragraph).length <= most).toList();
      if (!quoting.isEmpty()) {
        List<String> paragraphs = new ArrayList<>(Arrays.asList(PARAGRAPHS.split(pair.other)));
        paragraphs.add(random.nextInt(paragraphs.size() + 1), quoting.get(random.nextInt(quoting.size())));
        pairs.add(new Pair(pair.one, String.join("\n\n", paragraphs), null));
      }
    }
    return pairs;
  }

  private List<Map<String, Double>> vectors() {
    List<Map<String, Double>> vectors = new ArrayList<>();
    Map<String, Integer> documents = new HashMap<>();
    for (String text : texts) {
      Map<String, Double> counts = new HashMap<>();
      for (String word : words(text)) {
        counts.merge(word, 1.0, Double::sum);
      }
      counts.keySet().forEach(word -> documents.merge(word, 1, Integer::sum));
      vectors.add(counts);
    }
    for (Map<String, Double> vector : vectors) {
      vector.replaceAll((word, count) -> (1 + Math.log(count)) * Math.log((double) texts.size() / documents.get(word)));
      double length = Math.sqrt(vector.values().stream().mapToDouble(weight -> weight * weight).sum());
      vector.replaceAll((word, weight) -> weight / length);
    }
    return vectors;
  }

  private static double cosine(Map<String, Double> one, Map<String, Double> other) {
    double sum = 0;
    for (Map.Entry<String, Double> entry : one.entrySet()) {
      sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }

  private static boolean same(Set<String> one, Set<String> other) {
    long common = one.stream().filter(other::contains).count();
    return common > SAME * Math.min(one.size(), other.size());
  }

  private static Set<String> shingles(String[] words) {
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + LONG_SHINGLE <= words.length; i++) {
      shingles.add(String.join(" ", Arrays.asList(words).subList(i, i + LONG_SHINGLE)));
    }
    return shingles;
  }

  private static String[] words(String text) {
    return NOT_LETTERS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toArray(String[]::new);
  }
}
