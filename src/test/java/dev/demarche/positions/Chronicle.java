package dev.demarche.positions;

import dev.demarche.domain.Act;
import dev.demarche.domain.Article;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Fingerprint;
import dev.demarche.domain.Offices;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.Stand;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Articles with stances made by hand, and where they leave the actors in whatever order they arrive. A stance is {@code Who ACT Target issue words},
 * with {@code -} for no target and no issue; {@code #} before it puts it into a statement, and what stands behind {@code if} is a condition of who holds it.
 */
final class Chronicle {
  static final Rules RULES = new Rules(0.5, 1, Duration.ofDays(7), Duration.ofHours(24), 100);

  private static final String IF = " if ";

  private final List<Tagging> articles = new ArrayList<>();
  private Rules rules = RULES;
  private Offices offices = Offices.NONE;
  private double confidence = 0.6;

  Chronicle rules(Rules other) {
    rules = other;
    return this;
  }

  Chronicle offices(Offices other) {
    offices = other;
    return this;
  }

  Chronicle confidence(double other) {
    confidence = other;
    return this;
  }

  /** An article of the day {@code 2026-MM-DD}, at noon; its id and publisher are made from its place. */
  Chronicle on(String day, String... stances) {
    return at("2026-" + day + "T12:00:00Z", "p" + articles.size() + ".example", stances);
  }

  Chronicle at(String time, String publisher, String... stances) {
    return article("a" + articles.size(), 1, time, publisher, stances);
  }

  Chronicle article(String id, int revision, String time, String publisher, String... stances) {
    String text = String.join("\n", stances);
    List<Stance> made = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    List<Span> sentences = new ArrayList<>();
    int begin = 0;
    for (String line : stances) {
      String[] parts = line.replaceFirst("^#", "").split(" ", 5);
      Span sentence = new Span(begin, begin + line.length(), line);
      Span evidence = parts.length < 5 ? sentence : Span.of(text, begin + line.length() - parts[4].length(), begin + line.length());
      int marker = line.indexOf(IF);
      if (marker >= 0) {
        evidence = Span.of(text, evidence.begin(), begin + marker);
        conditions.add(new Condition(id + ":" + revision + ":c" + conditions.size(), parts[0], id(parts[0]), Span.of(text, begin + marker + 1, begin + marker + 3),
            Span.of(text, begin + marker + IF.length(), begin + line.length()), evidence, null, null, List.of(), null, 1));
      }
      Act act = Act.valueOf(parts[1]);
      String target = parts[2].equals("-") ? null : parts[2];
      made.add(new Stance(id + ":" + revision + ":a" + made.size(), parts[0], id(parts[0]), null, act, act.polarity(), target, target == null ? null
          : id(target), null, parts[3].equals("-") ? List.of() : List.of(parts[3].split(",")), evidence, line.startsWith("#") ? "s0" : null,
              confidence));
      sentences.add(sentence);
      begin += line.length() + 1;
    }
    Instant at = Instant.parse(time);
    Article article = new Article(id, revision, null, publisher, null, text, null, at, at.plusSeconds(60), Fingerprint.of(text + " " + id).encoded());
    articles.add(new Tagging(TaggedArticle.of(article, "hand-1", List.of(), List.of(), made, conditions), sentences));
    return this;
  }

  private static String id(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** What stands at the end where the articles arrive in this order. */
  End end() {
    return end(articles);
  }

  /** The ends of {@code count} random orders of arrival, drawn with {@code seed}. */
  List<End> ends(int count, long seed) {
    Random random = new Random(seed);
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Tagging> shuffled = new ArrayList<>(articles);
      Collections.shuffle(shuffled, random);
      ends.add(end(shuffled));
    }
    return ends;
  }

  /** The ends of all orders of arrival. */
  List<End> allEnds() {
    List<End> ends = new ArrayList<>();
    permute(new ArrayList<>(articles), 0, ends);
    return ends;
  }

  private void permute(List<Tagging> order, int from, List<End> ends) {
    if (from == order.size()) {
      ends.add(end(order));
    }
    for (int i = from; i < order.size(); i++) {
      Collections.swap(order, from, i);
      permute(order, from + 1, ends);
      Collections.swap(order, from, i);
    }
  }

  private End end(List<Tagging> order) {
    Map<String, Line> lines = new TreeMap<>();
    End end = new End(new TreeMap<>(), new LinkedHashMap<>());
    for (Tagging tagging : order) {
      for (Stand stand : Stands.of(tagging, offices)) {
        Line line = lines.containsKey(stand.key()) ? lines.get(stand.key()) : Line.first(stand);
        Line.Outcome outcome = line.take(stand, rules);
        lines.put(stand.key(), outcome.next());
        end.positions.putAll(outcome.positions());
        outcome.shifts().forEach(shift -> end.told.put(shift.id(), shift));
      }
    }
    end.positions.values().removeIf(Objects::isNull);
    return end;
  }

  /**
   * What the topics hold at the end.
   *
   * @param positions by key
   * @param told      the newest record of each shift, withdrawn ones among them
   */
  record End(Map<String, Position> positions, Map<String, Shift> told) {

    Map<String, Shift> standing() {
      Map<String, Shift> standing = new TreeMap<>(told);
      standing.values().removeIf(shift -> shift.state() == Shift.State.WITHDRAWN);
      return standing;
    }

    /** The shifts that hold: {@code actor issue KIND day-before day-after}, sorted. */
    List<String> shifts() {
      return standing().values().stream().map(shift -> shift.actor() + " " + shift.issue() + " " + shift.kind() + " "
          + shift.before().at().toString().substring(5, 10) + " " + shift.after().at().toString().substring(5, 10)).sorted().toList();
    }

    /** The position behind {@code key}: {@code side ACT since-day reports publishers}, or null. */
    String position(String key) {
      Position position = positions.get(key);
      return position == null ? null : position.now().side() + " " + position.now().act() + " " + position.now().since().toString().substring(5, 10)
          + " " + position.reports() + " " + position.now().publishers();
    }
  }
}
