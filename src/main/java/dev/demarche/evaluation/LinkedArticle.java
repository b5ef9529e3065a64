package dev.demarche.evaluation;

import dev.demarche.domain.Article;
import java.util.List;
import java.util.Objects;

/**
 * An article in which people linked names to Wikidata.
 *
 * @param id        the file's name without its ending, a hyphen, and the article's id there
 * @param text      as the file has it
 * @param evaluated the part of the text that is annotated
 * @param labels    within that part
 * @param nil       pieces of it that mean what Wikidata does not know, or an amount or a time
 */
public record LinkedArticle(String id, String text, Range evaluated, List<LinkLabel> labels, List<Range> nil) {

  public LinkedArticle {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(evaluated, "evaluated");
    labels = List.copyOf(labels);
    nil = List.copyOf(nil);
  }

  /** What to give to a tagger. */
  public Article article() {
    return new Article(id, 1, null, null, null, text, null, null, null, null);
  }

  /** {@code range} without an article at its front, so that "the Senate" and "Senate" are one. */
  Range bare(Range range) {
    int begin = range.begin();
    return text.regionMatches(true, begin, "the ", 0, "the ".length()) && range.end() > begin + "the ".length()
        ? new Range(begin + "the ".length(), range.end()) : range;
  }

  /** The words at {@code range}. */
  String words(Range range) {
    return text.substring(range.begin(), Math.min(range.end(), text.length()));
  }
}
