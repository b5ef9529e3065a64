package dev.demarche.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.evaluation.GoldArticle.Held;
import dev.demarche.evaluation.GoldArticle.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Compares what was found in one article with what people annotated. Pairs are made one to one, best first ({@link Alignment}):
 *
 * <ul>
 * <li>statements whose contents have Dice's coefficient of {@link #ENOUGH};
 * <li>stances of the same holder and act whose evidence shares a third of the shorter one's words, and is no longer than three times the annotated one's and
 * twenty words;
 * <li>conditions whose antecedent and consequence each have {@link #ENOUGH}.
 * </ul>
 *
 * <p>A found statement that has no partner and reports the words of an annotated stance ("urged X to") is neither right nor wrong. A found thing with a span whose
 * text is not what stands at its offsets is dropped. STATE is not annotated, and passed over. Used for one article, by one thread.
 */
final class GoldScorer {
  private static final double ENOUGH = 0.5;
  private static final double THIRD = 1 / 3.0;
  private static final int LONGER = 3;
  private static final int MORE = 20;

  private final Map<GoldMeasure, Counts> counts = new EnumMap<>(GoldMeasure.class);
  private final List<String> errors = new ArrayList<>();
  private final GoldArticle gold;
  private final JsonNode found;
  private int dropped;

  /** @param found a tagged article, or null where it was not tagged */
  GoldScorer(GoldArticle gold, JsonNode found) {
    this.gold = gold;
    this.found = found;
  }

  /** How many found things were dropped. */
  int dropped() {
    return dropped;
  }

  Tally<GoldMeasure> score() {
    actors();
    statements();
    stances();
    conditions();
    return new Tally<>(counts, errors);
  }

  private void actors() {
    List<String> names = found("entities", entity -> entity.path("name").asText(null));
    List<String> missed = gold.actors().stream().filter(actor -> names.stream().noneMatch(name -> GoldName.same(actor, name))).toList();
    missed.forEach(actor -> tell("missed", GoldMeasure.ACTORS, actor));
    counts.put(GoldMeasure.ACTORS, new Counts(gold.actors().size() - missed.size(), 0, missed.size()));
  }

  private void statements() {
    List<Said> ours = found("statements", GoldArticle::said);
    Predicate<Said> directive = said -> gold.stances().stream().anyMatch(stance -> said.content().share(stance.evidence()) >= THIRD);
    ToDoubleBiFunction<Said, Said> content = (one, other) -> one.content().dice(other.content());
    Function<Said, String> shown = said -> said.speaker() + ": " + said.content().text();
    count(GoldMeasure.CONTENT, gold.statements(), ours, content, ENOUGH, directive, shown);
    count(GoldMeasure.SPEAKER, gold.statements(), ours,
        (one, other) -> GoldName.same(one.speaker(), other.speaker()) ? content.applyAsDouble(one, other) : 0, ENOUGH,
        said -> directive.test(said) && gold.statements().stream().noneMatch(one -> content.applyAsDouble(one, said) >= ENOUGH), shown);
  }

  private void stances() {
    List<Held> ours = found("stances", GoldArticle::held).stream().filter(stance -> !"STATE".equals(stance.act())).toList();
    ToDoubleBiFunction<Held, Held> stance = (one, other) -> GoldName.same(one.holder(), other.holder()) && sameAct(one, other)
        && other.evidence().size() <= LONGER * one.evidence().size() + MORE ? one.evidence().share(other.evidence()) : 0;
    Function<Held, String> shown = held -> held.holder() + " " + held.act() + " " + held.target() + " | " + held.evidence().text();
    count(GoldMeasure.STANCE, gold.stances(), ours, stance, THIRD, held -> false, shown);
    count(GoldMeasure.STANCE_TARGET, gold.stances(), ours, (one, other) -> sameTarget(one, other) ? stance.applyAsDouble(one, other) : 0, THIRD,
        held -> false, shown);
  }

  private static boolean sameAct(Held gold, Held found) {
    return found.act() != null && gold.act() != null && Arrays.asList(gold.act().split("\\|")).contains(found.act());
  }

  private static boolean sameTarget(Held gold, Held found) {
    return gold.target() == null ? found.target() == null : GoldName.same(gold.target(), found.target());
  }

  private void conditions() {
    List<GoldArticle.Dependence> ours = found("conditions", GoldArticle::dependence);
    ToDoubleBiFunction<GoldArticle.Dependence, GoldArticle.Dependence> both =
        (one, other) -> Math.min(one.antecedent().dice(other.antecedent()), one.consequence().dice(other.consequence()));
    Function<GoldArticle.Dependence, String> shown = set -> set.by() + ": [" + set.antecedent().text() + "] -> [" + set.consequence().text() + "]";
    count(GoldMeasure.CONDITION, gold.conditions(), ours, both, ENOUGH, set -> false, shown);
    count(GoldMeasure.CONDITION_BY, gold.conditions(), ours, (one, other) -> GoldName.same(one.by(), other.by()) ? both.applyAsDouble(one, other) : 0, ENOUGH,
        set -> false, shown);
  }

  /** Counts pairs; what has no partner and is {@code excused} does not count as found. */
  private <T> void count(GoldMeasure measure, List<T> due, List<T> ours, ToDoubleBiFunction<T, T> score, double least, Predicate<T> excused,
                         Function<T, String> shown) {
    int[] partners = Alignment.partners(due, ours, score, least);
    BitSet taken = new BitSet();
    IntStream.of(partners).filter(f -> f >= 0).forEach(taken::set);
    IntStream.range(0, due.size()).filter(g -> partners[g] < 0).forEach(g -> tell("missed", measure, shown.apply(due.get(g))));
    int extra = 0;
    for (int f = 0; f < ours.size(); f++) {
      if (!taken.get(f) && !excused.test(ours.get(f))) {
        extra++;
        tell("extra", measure, shown.apply(ours.get(f)));
      }
    }
    counts.put(measure, new Counts(taken.cardinality(), extra, due.size() - taken.cardinality()));
  }

  private void tell(String how, GoldMeasure measure, String what) {
    errors.add(how + " " + gold.name() + " " + measure.label() + ": " + what.replaceAll("\\s+", " "));
  }

  private <T> List<T> found(String field, Function<JsonNode, T> read) {
    List<T> items = new ArrayList<>();
    if (found != null) {
      for (JsonNode item : found.path(field)) {
        if (honest(item)) {
          items.add(read.apply(item));
        } else {
          dropped++;
        }
      }
    }
    return items;
  }

  /** Whether every span in {@code node} gives the text that stands at its offsets. */
  private boolean honest(JsonNode node) {
    if (gold.text() != null && node.path("begin").isInt() && node.path("end").isInt() && node.path("text").isTextual()) {
      int begin = Math.min(Math.max(0, node.get("begin").intValue()), gold.text().length());
      int end = Math.min(Math.max(begin, node.get("end").intValue()), gold.text().length());
      if (!gold.text().substring(begin, end).equals(node.get("text").asText())) {
        return false;
      }
    }
    return StreamSupport.stream(node.spliterator(), false).allMatch(this::honest);
  }
}
