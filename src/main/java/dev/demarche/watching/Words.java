package dev.demarche.watching;

import java.util.Collections;
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
 * The words of a watch: a query in the syntax of Lucene's classic parser over a finding's sentence, with {@code title:} and
 * {@code article:} (title and text) reaching further. English: stemmed, without stop words. Unlike Lucene, a query of negations alone
 * finds what has none of the words.
 *
 * @param query  what they ask
 * @param fields the fields that they look into
 */
record Words(Query query, Set<String> fields) {

  static final String SENTENCE = "sentence";
  static final String TITLE = "title";
  static final String ARTICLE = "article";
  static final Analyzer ANALYZER = new EnglishAnalyzer();

  private static final List<String> FIELDS = List.of(SENTENCE, TITLE, ARTICLE);
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
      if (!FIELDS.contains(field)) {
        throw refused("there is no field \"" + field + "\"",
            "use one of " + String.join(", ", FIELDS) + "; put a colon that is part of the words behind a backslash");
      }
    }
    if (fields.isEmpty()) {
      throw refused("no word is left of \"" + text + "\" when stop words are taken away", "add a word that carries meaning");
    }
    return new Words(query, fields);
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

  private static Set<String> fields(Query query) {
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
    return Collections.unmodifiableSet(fields);
  }

  /** Not safe for threads, so one for each query. */
  private static final class Parser extends QueryParser {

    Parser() {
      super(SENTENCE, ANALYZER);
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
