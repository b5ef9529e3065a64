package dev.demarche.watching;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * The words of a watch: a query in the syntax of Lucene's classic parser over a finding's sentence, or over another {@link WordField} that is named
 * ({@code title:energy}). English: stemmed, without stop words. Unlike Lucene, a query of negations alone finds what has none of the words.
 *
 * @param query  what they ask
 * @param fields the texts that they look into
 * @param cover  hashes of terms of which one at least stands in any text of which the query holds, see {@link Cover}; null where there are none
 */
record Words(Query query, Set<WordField> fields, long[] cover) {

  static final Analyzer ANALYZER = new EnglishAnalyzer();

  private static final int MAX_LENGTH = 4_000;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_FUZZY_LENGTH = 50;

  /** Reads a query, or says what is wrong with it. Bounded in time and memory, whatever the text is. */
  static Words parse(String text) throws RefusedWatch {
    if (text.length() > MAX_LENGTH) {
      throw refused("the query has " + text.length() + " characters, more than " + MAX_LENGTH, "split it into several watches");
    }
    if (depth(text) > MAX_DEPTH) {
      throw refused("brackets stand more than " + MAX_DEPTH + " deep", "use fewer brackets");
    }
    Query query;
    try {
      query = withoutLonelyNegations(new Parser().parse(text));
    } catch (ParseException e) {
      throw refused("\"" + text + "\" is no query: " + firstLine(e), mend(e));
    } catch (TooComplexToDeterminizeException e) {
      throw refused("a wildcard or regular expression in \"" + text + "\" is too complex", "make the pattern simpler");
    } catch (RuntimeException | StackOverflowError e) {
      throw refused("\"" + text + "\" is no query: " + firstLine(e), "make the query simpler");
    }
    Set<String> fields = fields(query);
    for (String field : fields) {
      if (WordField.of(field) == null) {
        throw refused("there is no field \"" + field + "\"",
            "use one of " + String.join(", ", WordField.keys()) + "; put a colon that is part of the words behind a backslash");
      }
    }
    if (fields.isEmpty()) {
      throw refused("no word is left of \"" + text + "\" when stop words are taken away", "add a word that carries meaning");
    }
    dryRun(query);
    return new Words(query, WordField.set(fields), Cover.of(query));
  }

  /** Asks all parts of the query, once, of a text without words, so that one that breaks the search is refused here. */
  private static void dryRun(Query query) throws RefusedWatch {
    Span blank = new Span(0, 0, "");
    Finding nothing = new Finding(Finding.Kind.MENTION, "", null, null, null, null, null, Set.of(), List.of(), List.of(blank), blank, 0);
    try {
      askEach(query, new WordSearch(new Texts(null, List.of()).of(nothing)));
    } catch (RuntimeException | StackOverflowError e) {
      throw refused("the query cannot be run: " + e.getMessage(), "make the query simpler");
    }
  }

  private static void askEach(Query query, WordSearch search) {
    if (query instanceof BooleanQuery bool) {
      bool.clauses().forEach(clause -> askEach(clause.getQuery(), search));
    } else {
      search.holds(query);
    }
  }

  private static RefusedWatch refused(String message, String mend) {
    return new RefusedWatch("words", message, mend);
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == ')' && depth > 0) {
        depth--;
      }
    }
    return deepest;
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse("").strip();
    int repeated = line.startsWith("Cannot parse '") ? line.indexOf("': ") : -1;
    return repeated < 0 ? line : line.substring(repeated + 3);
  }

  private static String mend(ParseException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("as first character")) {
      return "begin the word with at least one letter";
    }
    if (message.contains("too many boolean clauses")) {
      return "split it into several watches";
    }
    if (message.contains("counted repetition")) {
      return "write the repetition out, or use * or +";
    }
    if (message.contains("too long to be searched")) {
      return "leave the ~ out";
    }
    return "close every quotation mark and bracket, and put + - ! ( ) { } [ ] ^ \" ~ * ? : \\ / && || behind a backslash where they"
        + " are part of the words";
  }

  private static Query withoutLonelyNegations(Query query) {
    if (query instanceof BoostQuery boost) {
      return withoutLonelyNegations(boost.getQuery());
    }
    if (!(query instanceof BooleanQuery bool)) {
      return query;
    }
    BooleanQuery.Builder copy = new BooleanQuery.Builder().setMinimumNumberShouldMatch(bool.getMinimumNumberShouldMatch());
    boolean negationsOnly = !bool.clauses().isEmpty();
    for (BooleanClause clause : bool.clauses()) {
      copy.add(withoutLonelyNegations(clause.getQuery()), clause.getOccur());
      negationsOnly &= clause.isProhibited();
    }
    if (negationsOnly) {
      copy.add(new MatchAllDocsQuery(), BooleanClause.Occur.FILTER);
    }
    return copy.build();
  }

  static Set<String> fields(Query query) {
    Set<String> fields = new HashSet<>();
    query.visit(new QueryVisitor() {
      @Override
      public boolean acceptField(String field) {
        if (field != null) {
          fields.add(field);
        }
        return true;
      }

      @Override
      public void consumeTerms(Query leaf, Term... terms) {
        for (Term term : terms) {
          fields.add(term.field());
        }
      }

      @Override
      public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
        return this;
      }
    });
    return fields;
  }

  /** Not safe for threads, so one for each query. */
  private static final class Parser extends QueryParser {

    Parser() {
      super(WordField.SENTENCE.key(), ANALYZER);
    }

    @Override
    protected Query getRegexpQuery(String field, String pattern) throws ParseException {
      if (pattern.indexOf('{') >= 0) {
        throw new ParseException("counted repetition in the regular expression /" + pattern + "/ is not allowed");
      }
      return super.getRegexpQuery(field, pattern);
    }

    @Override
    protected Query getFuzzyQuery(String field, String word, float minSimilarity) throws ParseException {
      if (word.length() > MAX_FUZZY_LENGTH) {
        throw new ParseException("\"" + word + "\" is too long to be searched for with ~");
      }
      return super.getFuzzyQuery(field, word, minSimilarity);
    }
  }
}
