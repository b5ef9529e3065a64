package dev.demarche.console.index;

import dev.demarche.domain.Role;
import dev.demarche.topics.Topic;
import dev.demarche.watching.RefusedWords;
import dev.demarche.watching.WordSyntax;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Makes Lucene's queries of what is asked. */
final class Questions {
  private static final List<String> SEARCHED = List.of(Fields.SENTENCE, Fields.TITLE);
  private static final WordSyntax SYNTAX = new WordSyntax(SEARCHED, List.of(Fields.SENTENCE, Fields.TITLE, Fields.EVIDENCE), true);

  private Questions() {}

  /**
   * The query that {@code ask} is, of documents of one sort.
   *
   * @param of {@link Fields#FINDING} or {@link Fields#ARTICLE}
   * @throws IllegalArgumentException if the words are no query, with what is wrong
   */
  static Query of(Ask ask, String of) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(term(Fields.DOCUMENT, of), Occur.FILTER);
    if (given(ask.words())) {
      query.add(words(ask.words()), Occur.MUST);
    }
    if (!ask.kinds().isEmpty()) {
      BooleanQuery.Builder kinds = new BooleanQuery.Builder();
      ask.kinds().forEach(kind -> kinds.add(term(Fields.of(Facet.KIND, of), kind.name()), Occur.SHOULD));
      query.add(kinds.build(), Occur.FILTER);
    }
    if (given(ask.actor())) {
      query.add(term(Fields.who(ask.role()), Fields.plain(ask.actor())), Occur.FILTER);
    }
    if (given(ask.target())) {
      query.add(term(Fields.who(Role.TARGET), Fields.plain(ask.target())), Occur.FILTER);
    }
    facet(query, of, Facet.ACT, ask.act());
    facet(query, of, Facet.POLARITY, ask.polarity());
    facet(query, of, Facet.ISSUE, ask.issue());
    facet(query, of, Facet.PUBLISHER, ask.publisher());
    facet(query, of, Facet.LANGUAGE, ask.language());
    if (given(ask.article())) {
      query.add(term(Fields.ARTICLE_ID, Fields.id(ask.article())), Occur.FILTER);
    }
    between(query, ask.from(), ask.until());
    return query.build();
  }

  /** The query for the records of a shelf. */
  static Query of(Topic<?, ?> topic, Shelf.Filter filter) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(term(Fields.SHELF, topic.name()), Occur.FILTER);
    filter.terms().forEach((field, value) -> query.add(term(Fields.SHELF_TERM, Fields.term(topic, field, value)), Occur.FILTER));
    between(query, filter.from(), filter.until());
    return query.build();
  }

  static Query article(String id) {
    return new BooleanQuery.Builder().add(term(Fields.DOCUMENT, Fields.ARTICLE), Occur.FILTER)
        .add(term(Fields.ARTICLE_ID, Fields.id(id)), Occur.FILTER).build();
  }

  /** Words as they are asked for. */
  static Query words(String words) {
    try {
      return SYNTAX.parse(words);
    } catch (RefusedWords e) {
      throw new IllegalArgumentException(e.getMessage() + "; " + e.mend(), e);
    }
  }

  private static void facet(BooleanQuery.Builder query, String of, Facet facet, Object value) {
    if (value != null && given(value.toString())) {
      query.add(term(Fields.of(facet, of), Fields.bounded(value.toString())), Occur.FILTER);
    }
  }

  private static void between(BooleanQuery.Builder query, Instant from, Instant until) {
    if (from != null || until != null) {
      query.add(LongPoint.newRangeQuery(Fields.AT, from == null ? Long.MIN_VALUE : from.toEpochMilli(),
          until == null ? Long.MAX_VALUE : until.toEpochMilli() - 1), Occur.FILTER);
    }
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }

  private static TermQuery term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
