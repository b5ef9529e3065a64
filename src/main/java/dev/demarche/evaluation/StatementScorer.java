package dev.demarche.evaluation;

import dev.demarche.domain.StatementKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Compares the statements found in one article with the annotated ones. Stateless. */
final class StatementScorer {

  /** The words of a statement's parts. */
  private record Parts(BitSet source, BitSet cue, BitSet content) {}

  private StatementScorer() {}

  /**
   * What {@code found} is worth. A found statement without a word of content is a wrong one; an annotated one is left out.
   *
   * @param found the outer statements, in any order
   */
  static Tally<StatementMeasure> score(AnnotatedArticle article, List<Attribution> found) {
    WordIndex words = new WordIndex(article.text());
    List<Parts> gold = parts(words, article.statements());
    List<Parts> ours = parts(words, found);
    Map<StatementMeasure, Counts> counts = new EnumMap<>(StatementMeasure.class);
    counts.put(StatementMeasure.CONTENT_TOKEN, shared(gold, ours, Parts::content));
    counts.put(StatementMeasure.SOURCE_TOKEN, shared(gold, ours, Parts::source));
    counts.put(StatementMeasure.CUE_TOKEN, shared(gold, ours, Parts::cue));
    counts.put(StatementMeasure.CONTENT_EXACT, Counts.of(same(gold, ours), found.size(), gold.size()));
    counts.put(StatementMeasure.CONTENT_OVERLAP, Counts.of(
        Alignment.paired(gold, ours, (g, f) -> dice(g.content(), f.content())).cardinality(), found.size(), gold.size()));
    BitSet right = Alignment.paired(gold, ours, (g, f) -> sameSource(g.source(), f.source()) ? dice(g.content(), f.content()) : 0);
    counts.put(StatementMeasure.STATEMENT, Counts.of(right.cardinality(), found.size(), gold.size()));
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      StatementKind kind = words.kind(gold.get(i).content());
      counts.merge(StatementMeasure.valueOf(kind.name()), right.get(i) ? new Counts(1, 0, 0) : new Counts(0, 0, 1), Counts::plus);
      if (!right.get(i)) {
        missed.add(missed(article.name(), kind, words, gold.get(i)));
      }
    }
    return new Tally<>(counts, missed);
  }

  private static List<Parts> parts(WordIndex words, List<Attribution> statements) {
    return statements.stream()
        .map(s -> new Parts(words.touchedBy(s.source()), words.touchedBy(s.cue()), words.touchedBy(s.content())))
        .filter(parts -> !parts.content().isEmpty()).toList();
  }

  private static Counts shared(List<Parts> gold, List<Parts> found, Function<Parts, BitSet> role) {
    BitSet g = union(gold, role);
    BitSet f = union(found, role);
    return Counts.of(shared(g, f), f.cardinality(), g.cardinality());
  }

  private static BitSet union(List<Parts> statements, Function<Parts, BitSet> role) {
    BitSet all = new BitSet();
    statements.forEach(parts -> all.or(role.apply(parts)));
    return all;
  }

  private static int shared(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }

  /** How many contents are the same, each taken once. */
  private static int same(List<Parts> gold, List<Parts> found) {
    Map<BitSet, Integer> free = new HashMap<>();
    gold.forEach(parts -> free.merge(parts.content(), 1, Integer::sum));
    return (int) found.stream().filter(parts -> free.merge(parts.content(), -1, Integer::sum) >= 0).count();
  }

  /** Dice's coefficient of two sets that are not empty: L. R. Dice, Measures of the Amount of Ecologic Association, Ecology 26 (1945). */
  static double dice(BitSet a, BitSet b) {
    return 2.0 * shared(a, b) / (a.cardinality() + b.cardinality());
  }

  /** Both absent, or the shorter one at least half in the other, and the found one no whole paragraph. */
  private static boolean sameSource(BitSet gold, BitSet found) {
    int g = gold.cardinality();
    int f = found.cardinality();
    return g == 0 || f == 0 ? g == f : 2 * shared(gold, found) >= Math.min(g, f) && f <= 3 * g + 10;
  }

  private static String missed(String name, StatementKind kind, WordIndex words, Parts gold) {
    return "missed " + name + " [" + kind.name().toLowerCase(Locale.ROOT) + "]\n   source: " + words.show(gold.source()) + "\n   cue: "
        + words.show(gold.cue()) + "\n   content: " + words.show(gold.content());
  }
}
