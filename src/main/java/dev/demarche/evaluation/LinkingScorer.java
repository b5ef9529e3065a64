package dev.demarche.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the links found in one article with the annotated ones: right is the same actor at the same words. Stateless. */
final class LinkingScorer {
  private LinkingScorer() {}

  /**
   * What {@code found} is worth. A name that is linked counts as wrong where nothing is annotated, and where something is that the catalogue does
   * not hold; it counts neither way where it touches what is annotated as unknown to Wikidata, or lies inside a longer annotated name ("US" in
   * "US Army"), since the corpora annotate the longest names alone.
   */
  static Tally<LinkMeasure> score(LinkedArticle article, Holdings holdings, List<FoundLink> found) {
    Map<Range, String> names = new HashMap<>();
    Map<Range, String> others = new HashMap<>();
    int held = 0;
    int labels = 0;
    for (LinkLabel label : article.labels()) {
      String actor = holdings.actor(label);
      if (!label.coreference()) {
        labels++;
        held += actor == null ? 0 : 1;
      }
      if (actor != null) {
        (label.coreference() ? others : names).put(article.bare(label.range()), actor);
      }
    }
    Set<Range> right = new HashSet<>();
    int coreferent = 0;
    int wrong = 0;
    List<String> missed = new ArrayList<>();
    for (FoundLink link : found) {
      Range range = article.bare(link.range());
      if (!within(range, article.evaluated())) {
        continue;
      }
      if (link.name() && link.actor().equals(names.get(range))) {
        right.add(range);
      } else if (link.actor().equals(others.get(range))) {
        coreferent++;
      } else if (link.name() && annotated(article, range)) {
        wrong++;
        missed.add(article.id() + ": \"" + article.words(range) + "\" is linked to " + link.actor() + ", due is " + names.getOrDefault(range, "no actor of the catalogue"));
      }
    }
    names.forEach((range, actor) -> {
      if (!right.contains(range)) {
        missed.add(article.id() + ": \"" + article.words(range) + "\" is not linked to " + actor);
      }
    });
    return new Tally<>(Map.of(LinkMeasure.HELD, new Counts(held, 0, labels - held),
        LinkMeasure.NAME, new Counts(right.size(), wrong, names.size() - right.size()),
        LinkMeasure.COREFERENCE, new Counts(coreferent, 0, others.size() - coreferent)), missed);
  }

  /** Whether the corpus says, or would say, whom a name at {@code range} means. */
  private static boolean annotated(LinkedArticle article, Range range) {
    return article.nil().stream().noneMatch(nil -> touch(range, nil))
        && article.labels().stream().noneMatch(label -> !label.coreference() && within(range, label.range()) && !range.equals(article.bare(label.range())));
  }

  private static boolean within(Range range, Range whole) {
    return range.begin() >= whole.begin() && range.end() <= whole.end();
  }

  private static boolean touch(Range a, Range b) {
    return Math.max(a.begin(), b.begin()) < Math.min(a.end(), b.end());
  }
}
