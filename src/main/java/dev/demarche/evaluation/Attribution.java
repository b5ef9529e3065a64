package dev.demarche.evaluation;

import dev.demarche.domain.Span;
import dev.demarche.domain.Statement;
import dev.demarche.domain.TaggedArticle;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a statement stands, as people annotated it or as a tagger found it. Each part may be in several pieces, or in none.
 *
 * @param source  who says it
 * @param cue     the words that introduce it
 * @param content what is said
 */
public record Attribution(List<Range> source, List<Range> cue, List<Range> content) {

  public Attribution {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
  }

  /** The outer statements of {@code article}: corpora do not annotate those within another's content. */
  public static List<Attribution> outer(TaggedArticle article) {
    return article.statements().stream().filter(statement -> !statement.nested()).map(Attribution::of).toList();
  }

  private static Attribution of(Statement statement) {
    return new Attribution(ranges(Stream.ofNullable(statement.source())), ranges(Stream.ofNullable(statement.cue())),
        ranges(statement.content().stream()));
  }

  private static List<Range> ranges(Stream<Span> spans) {
    return spans.map(span -> new Range(span.begin(), span.end())).toList();
  }
}
