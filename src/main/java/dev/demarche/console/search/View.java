package dev.demarche.console.search;

import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Sightings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page.
 *
 * @param sought   what was asked for
 * @param fault    why it was not searched, or ""
 * @param summary  how much there is, in words
 * @param note     what one must know of the summary, or ""
 * @param rows     results
 * @param boxes    by what one can narrow the results
 * @param chosen   what they are narrowed by
 * @param newer    address of the page before, or null
 * @param older    address of the page behind, or null
 * @param findings address of the findings, or null where they are shown
 * @param articles address of the articles, or null where they are shown
 * @param csv      address of all findings as CSV
 * @param lines    address of all findings as JSON Lines
 */
public record View(Sought sought, String fault, String summary, String note, List<Row> rows, List<Box> boxes, List<Choice> chosen, String newer, String older,
                   String findings, String articles, String csv, String lines) {
  static final String PATH = "/search";

  private static final Map<Facet, String> TITLES = Map.of(Facet.KIND, "Kind", Facet.WHO, "Who", Facet.ACT, "Act", Facet.TARGET, "Towards", Facet.ISSUE, "Issue",
      Facet.PUBLISHER, "Publisher", Facet.LANGUAGE, "Language");
  private static final Map<Facet, String> PARAMETERS = Map.of(Facet.KIND, "kind", Facet.WHO, "actor", Facet.ACT, "act", Facet.TARGET, "target", Facet.ISSUE,
      "issue", Facet.PUBLISHER, "publisher", Facet.LANGUAGE, "language");

  /** A way to narrow the results. */
  public record Box(String title, List<Choice> choices) {}

  /** A value to narrow by, or a filter to take out; {@code count} is -1 where nothing is counted. */
  public record Choice(String name, long count, String link) {}

  static View fault(Sought sought, String fault) {
    return new View(sought, fault, "", "", List.of(), List.of(), List.of(), null, null, null, null, null, null);
  }

  static View of(Sought sought, Results results, Names names) {
    Sightings words = new Sightings(sought.ask().words());
    List<Row> rows = sought.articles() ? results.articles().stream().map(article -> Row.of(article, words)).toList()
        : results.occasions().stream().map(occasion -> Row.of(occasion, names, words)).toList();
    String newer = sought.skip() > 0 ? sought.with(PATH, "skip", Math.max(0, sought.skip() - sought.limit()))
        : sought.past() > 0 ? sought.with(PATH, "past", Math.max(0, sought.past() - Results.WINDOW)) : null;
    String older = results.more(sought) ? sought.with(PATH, "skip", sought.skip() + sought.limit())
        : results.further() ? sought.with(PATH, "past", results.past() + results.grouped()) : null;
    return new View(sought, "", summary(sought, results), note(sought, results), rows, boxes(sought, results, names), chosen(sought, names), newer, older,
        sought.articles() ? sought.with(PATH, "show", null) : null, sought.articles() ? null : sought.with(PATH, "show", "articles"),
        sought.with("/api/v1/search.csv", "show", null), sought.with("/api/v1/search.jsonl", "show", null));
  }

  private static String summary(Sought sought, Results results) {
    if (sought.articles()) {
      return count(results.total(), "article");
    }
    return count(results.total(), "finding") + (results.total() == 0 ? "" : ", " + (results.grouped() < results.total() ? "those shown " : "")
        + "of " + count(results.among(), "utterance"));
  }

  private static String note(Sought sought, Results results) {
    if (sought.articles() || results.grouped() >= results.total()) {
      return "";
    }
    return String.format(Locale.ROOT, "Reports of one utterance are joined among findings %,d to %,d of %,d; narrow the search to have all joined.",
        results.past() + 1L, results.past() + (long) results.grouped(), results.total());
  }

  private static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  private static List<Box> boxes(Sought sought, Results results, Names names) {
    List<Box> boxes = new ArrayList<>();
    results.facets().forEach((facet, values) -> {
      List<Choice> choices = values.entrySet().stream().filter(value -> !sought.text(PARAMETERS.get(facet)).equalsIgnoreCase(value.getKey()))
          .map(value -> new Choice(name(facet, value.getKey(), names), value.getValue(), narrowed(sought, facet, value.getKey()))).toList();
      if (!choices.isEmpty()) {
        boxes.add(new Box(TITLES.get(facet), choices));
      }
    });
    return boxes;
  }

  private static String narrowed(Sought sought, Facet facet, String value) {
    return sought.with(PATH, PARAMETERS.get(facet), facet == Facet.KIND || facet == Facet.ACT ? value.toLowerCase(Locale.ROOT) : value);
  }

  private static String name(Facet facet, String value, Names names) {
    return switch (facet) {
      case WHO, TARGET -> names.actor(value);
      case ISSUE -> names.issue(value);
      case KIND, ACT -> value.toLowerCase(Locale.ROOT);
      default -> value;
    };
  }

  private static List<Choice> chosen(Sought sought, Names names) {
    return Sought.FILTERS.stream().filter(filter -> !sought.text(filter).isEmpty()).map(filter -> {
      String value = sought.text(filter);
      String shown = switch (filter) {
        case "actor", "target" -> names.actor(names.actorOf(value));
        case "issue" -> names.issue(names.issueOf(value));
        default -> value;
      };
      return new Choice((filter.equals("q") ? "words" : filter) + ": " + shown, -1, sought.with(PATH, filter, null));
    }).toList();
  }
}
