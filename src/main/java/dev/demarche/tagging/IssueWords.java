package dev.demarche.tagging;

import dev.demarche.domain.Issue;
import dev.demarche.domain.Problem;
import java.util.List;
import java.util.Optional;

/** Whether the words of an issue can be asked. */
public final class IssueWords {
  private IssueWords() {}

  /** What is wrong with the words of {@code issue}, if anything: the tagger would pass it over. */
  public static Optional<Problem> check(Issue issue) {
    return new IssueMatcher(List.of(issue)).refused().isEmpty() ? Optional.empty() : Optional.of(new Problem("words",
        "is no query: " + issue.words(), "look for brackets and quotation marks that are not closed, and for AND, OR and NOT that join nothing"));
  }
}
