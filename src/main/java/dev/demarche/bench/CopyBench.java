package dev.demarche.bench;

import dev.demarche.domain.CopyIndex;
import dev.demarche.domain.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How well copies of articles are recognised, on made copies and on articles that are near each other, and what a document costs while more and
 * more are stored.
 */
public final class CopyBench {
  private static final long SEED = 20261122;
  private static final int COPIES_EACH = 4;
  private static final int FILLED_WORDS = 400;
  private static final int WARM_UP = 20_000;
  private static final int TIMED = 2_000;

  /**
   * What came out.
   *
   * @param articles     how many were read
   * @param copies       made pairs of text and copy
   * @param nearMisses   pairs of articles near each other
   * @param sharedQuotes near misses with a quotation in common
   * @param leftOut      pairs of the corpus that are copies as they stand, and were not asked
   * @param found        copies found, by comparing the two
   * @param indexed      copies found by the index alone, among all articles
   * @param taken        near misses taken for copies
   * @param takenQuotes  those with a quotation in common taken for copies
   * @param recallByWay  recall for each way of copying
   * @param threshold    {@link Fingerprint#COPY}
   * @param costs        at each size of the store
   */
  public record Result(int articles, int copies, int nearMisses, int sharedQuotes, int leftOut, int found, int indexed, int taken, int takenQuotes,
                       Map<CopyMaker.Way, Double> recallByWay, double threshold, List<Cost> costs) {

    /** Of what was taken for a copy, how much is one. */
    public double precision() {
      return found == 0 ? 0 : (double) found / (found + taken + takenQuotes);
    }

    /** Of the copies, how many were found. */
    public double recall() {
      return (double) found / copies;
    }

    /** The same by the index. */
    public double indexRecall() {
      return (double) indexed / copies;
    }
  }

  /**
   * What a document costs.
   *
   * @param stored      texts in the index
   * @param fingerprint microseconds to make a fingerprint
   * @param find        microseconds to find what it copies
   * @param add         microseconds to put it in
   * @param hits        of the asked copies, how many were found, 0 to 1
   */
  public record Cost(int stored, double fingerprint, double find, double add, double hits) {}

  private final CopyCorpus corpus;
  private final int most;
  private final Consumer<String> progress;
  private final Map<String, Fingerprint> prints = new HashMap<>();

  /**
   * @param corpora with the folders {@code polnear/train} and {@code linking}
   * @param choosing whether by the half that limits were chosen on, rather than the other
   * @param most     how many texts are stored at the end
   */
  public CopyBench(Path corpora, boolean choosing, int most, Consumer<String> progress) throws IOException {
    this.corpus = CopyCorpus.read(corpora, choosing ? CopyCorpus.Half.CHOOSING : CopyCorpus.Half.REPORTING);
    this.most = most;
    this.progress = progress;
  }

  /** Measures; some minutes for a million. */
  public Result run() {
    List<CopyCorpus.Pair> copies = corpus.copies(COPIES_EACH, SEED);
    List<CopyCorpus.Pair> near = corpus.nearMisses();
    List<CopyCorpus.Pair> quotes = corpus.sharedQuotes(near, SEED);
    progress.accept(copies.size() + " copies, " + near.size() + " near misses, " + quotes.size() + " that quote the same");
    CopyIndex index = new CopyIndex();
    Map<String, Integer> numbers = new HashMap<>();
    corpus.texts().forEach(text -> numbers.put(text, index.add(print(text))));
    Map<CopyMaker.Way, int[]> byWay = new EnumMap<>(CopyMaker.Way.class);
    int indexed = 0;
    for (CopyCorpus.Pair pair : copies) {
      int[] counts = byWay.computeIfAbsent(pair.way(), way -> new int[2]);
      counts[0]++;
      counts[1] += print(pair.one()).copies(print(pair.other())) ? 1 : 0;
      indexed += index.copiesOf(print(pair.other())).contains(numbers.get(pair.one())) ? 1 : 0;
    }
    int found = byWay.values().stream().mapToInt(counts -> counts[1]).sum();
    Map<CopyMaker.Way, Double> recalls = new EnumMap<>(CopyMaker.Way.class);
    byWay.forEach((way, counts) -> recalls.put(way, (double) counts[1] / counts[0]));
    return new Result(corpus.texts().size(), copies.size(), near.size(), quotes.size(), corpus.leftOut(), found, indexed, taken(near), taken(quotes), recalls,
        Fingerprint.COPY, costs(copies));
  }

  private int taken(List<CopyCorpus.Pair> pairs) {
    return (int) pairs.stream().filter(pair -> print(pair.one()).copies(print(pair.other()))).count();
  }

  private Fingerprint print(String text) {
    return prints.computeIfAbsent(text, Fingerprint::of);
  }

  private List<Cost> costs(List<CopyCorpus.Pair> copies) {
    CopyIndex index = new CopyIndex();
    Map<String, Integer> numbers = new HashMap<>();
    corpus.texts().forEach(text -> numbers.put(text, index.add(print(text))));
    Random random = new Random(SEED);
    for (int i = 0; i < WARM_UP; i++) {
      index.copiesOf(Fingerprint.of(copies.get(i % copies.size()).other()));
    }
    List<Cost> costs = new ArrayList<>();
    for (int stored = 1_000; stored <= most; stored *= 10) {
      while (index.size() < stored) {
        index.add(Fingerprint.of(made(random)));
      }
      costs.add(cost(index, copies, numbers));
      progress.accept(stored + " stored");
    }
    return costs;
  }

  /** Of {@value #TIMED} copies in turn; what is put in is taken out again. */
  private static Cost cost(CopyIndex index, List<CopyCorpus.Pair> copies, Map<String, Integer> numbers) {
    List<CopyCorpus.Pair> asked = copies.subList(0, Math.min(TIMED, copies.size()));
    int stored = index.size();
    Fingerprint[] made = new Fingerprint[asked.size()];
    long start = System.nanoTime();
    for (int i = 0; i < made.length; i++) {
      made[i] = Fingerprint.of(asked.get(i).other());
    }
    long printed = System.nanoTime();
    List<List<Integer>> found = Arrays.stream(made).map(index::copiesOf).collect(Collectors.toList());
    long looked = System.nanoTime();
    int[] added = Arrays.stream(made).mapToInt(index::add).toArray();
    long put = System.nanoTime();
    Arrays.stream(added).forEach(index::remove);
    long hits = 0;
    for (int i = 0; i < made.length; i++) {
      hits += found.get(i).contains(numbers.get(asked.get(i).one())) ? 1 : 0;
    }
    return new Cost(stored, micros(start, printed, made.length), micros(printed, looked, made.length), micros(looked, put, made.length),
        (double) hits / made.length);
  }

  private static double micros(long from, long to, int times) {
    return (to - from) / 1e3 / times;
  }

  /** A text of words drawn by their frequency. */
  private String made(Random random) {
    List<String> words = corpus.vocabulary();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(FILLED_WORDS) + FILLED_WORDS / 2; i > 0; i--) {
      text.append(words.get(random.nextInt(words.size()))).append(' ');
    }
    return text.toString();
  }
}
