package dev.demarche.console.search;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Found;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Houses;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param total     how many findings there are, or articles where those are asked for
 * @param grouped   of how many findings, behind {@code past}, utterances were made
 * @param past      how many findings were passed over before
 * @param among     how many utterances they came to
 * @param occasions those of the page
 * @param articles  those of the page, where articles are asked for
 * @param facets    how many findings there are by what, the most first
 */
public record Results(long total, int grouped, int past, int among, List<Occasion> occasions, List<ArticleRef> articles,
                      Map<Facet, Map<String, Long>> facets) {

  /** Of how many findings utterances are made at a time. */
  public static final int WINDOW = 500;

  private static final List<Facet> FACETS = List.of(Facet.KIND, Facet.WHO, Facet.ACT, Facet.TARGET, Facet.ISSUE, Facet.PUBLISHER, Facet.LANGUAGE);
  private static final int VALUES = 10;

  public Results {
    occasions = List.copyOf(occasions);
    articles = List.copyOf(articles);
  }

  /**
   * Searches.
   *
   * @throws IllegalArgumentException if the words are no query, with what is wrong
   */
  public static Results of(Archive archive, Houses houses, Sought sought) {
    Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
    FACETS.forEach(facet -> facets.put(facet, archive.count(sought.ask(), facet, VALUES)));
    if (sought.articles()) {
      var articles = archive.articles(sought.ask(), sought.order(), sought.skip(), sought.limit());
      return new Results(articles.total(), 0, 0, 0, List.of(), articles.items(), facets);
    }
    var found = archive.findings(sought.ask(), sought.order(), sought.past(), WINDOW);
    List<Found> items = found.items();
    List<Occasion> all = Occasion.of(items, houses);
    List<Occasion> page = all.stream().skip(sought.skip()).limit(sought.limit()).toList();
    return new Results(found.total(), items.size(), sought.past(), all.size(), page, List.of(), facets);
  }

  /** Whether there is a page behind the one of {@code sought}. */
  boolean more(Sought sought) {
    return sought.skip() + sought.limit() < (sought.articles() ? total : among);
  }

  /** Whether there are findings behind those of which utterances were made. */
  boolean further() {
    return past + grouped < total && grouped > 0;
  }
}
