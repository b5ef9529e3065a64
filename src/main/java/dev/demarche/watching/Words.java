package dev.demarche.watching;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The words of a watch: a query in {@link WordSyntax} over a finding's sentence, or over another {@link WordField} that is named ({@code title:energy}).
 *
 * @param query  what they ask
 * @param fields the texts that they look into
 * @param cover  hashes of terms of which one at least stands in any text of which the query holds, see {@link Cover}; null where there are none
 */
record Words(Query query, Set<WordField> fields, long[] cover) {

  static final Analyzer ANALYZER = WordSyntax.ANALYZER;

  private static final WordSyntax SYNTAX = new WordSyntax(List.of(WordField.SENTENCE.key()), WordField.keys(), false);

  /** Reads a query, or says what is wrong with it. Bounded in time and memory, whatever the text is. */
  static Words parse(String text) throws RefusedWatch {
    try {
      Query query = SYNTAX.parse(text);
      dryRun(query);
      return new Words(query, WordField.set(fields(query)), Cover.of(query));
    } catch (RefusedWords e) {
      throw new RefusedWatch("words", e.getMessage(), e.mend());
    }
  }

  /** Asks all parts of the query, once, of a text without words, so that one that breaks the search is refused here. */
  private static void dryRun(Query query) throws RefusedWords {
    Span blank = new Span(0, 0, "");
    Finding nothing = new Finding(Finding.Kind.MENTION, "", null, null, null, null, null, Set.of(), List.of(), List.of(blank), blank, 0);
    try {
      askEach(query, new WordSearch(new Texts(null, List.of()).of(nothing)));
    } catch (RuntimeException | StackOverflowError e) {
      throw new RefusedWords("the query cannot be run: " + e.getMessage(), "make the query simpler");
    }
  }

  private static void askEach(Query query, WordSearch search) {
    if (query instanceof BooleanQuery bool) {
      bool.clauses().forEach(clause -> askEach(clause.getQuery(), search));
    } else {
      search.holds(query);
    }
  }

  static Set<String> fields(Query query) {
    return WordSyntax.fields(query);
  }
}
