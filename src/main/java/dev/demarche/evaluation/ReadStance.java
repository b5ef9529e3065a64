package dev.demarche.evaluation;

import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.TaggedArticle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A stance as a tagger found it.
 *
 * @param holders  what names the holder: the words of its span, and its canonical name
 * @param targets  what names the target; empty without one
 * @param act      what is done, or null
 * @param polarity -1, 0 or 1
 * @param evidence the words that say it, "" where they are missing
 */
public record ReadStance(List<String> holders, List<String> targets, String act, int polarity, String evidence) {

  public ReadStance {
    holders = List.copyOf(holders);
    targets = List.copyOf(targets);
    Objects.requireNonNull(evidence, "evidence");
  }

  /** The stances of {@code article}, in its order. */
  public static List<ReadStance> of(TaggedArticle article) {
    return article.stances().stream().map(ReadStance::of).toList();
  }

  private static ReadStance of(Stance stance) {
    return new ReadStance(names(stance.holderSpan(), stance.holder()), names(stance.targetSpan(), stance.target()), stance.act().name(), stance.polarity(),
        stance.evidence().text());
  }

  private static List<String> names(Span span, String name) {
    return Stream.of(span == null ? "" : span.text(), name == null ? "" : name).filter(words -> !words.isEmpty()).toList();
  }

  /** The canonical name, the last of {@code names}; null without one. */
  static String canonical(List<String> names) {
    return names.isEmpty() ? null : names.get(names.size() - 1);
  }
}
