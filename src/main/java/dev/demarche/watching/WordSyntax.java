package dev.demarche.watching;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Words that are asked for: the syntax of Lucene's classic parser, in English: stemmed, without stop words. Unlike Lucene, a query of negations alone
 * finds what has none of the words. Safe for use by several threads.
 */
public final class WordSyntax {

  /** Makes words of texts and of queries. */
  public static final Analyzer ANALYZER = new EnglishAnalyzer();

  private static final int MAX_LENGTH = 4_000;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_FUZZY_LENGTH = 50;

  private final List<String> searched;
  private final List<String> known;
  private final boolean all;

  /**
   * A syntax.
   *
   * @param searched fields of which one at least must have a word that names none
   * @param known    fields that may be named
   * @param all      whether all words must be there where nothing is said, not one of them
   */
  public WordSyntax(List<String> searched, List<String> known, boolean all) {
    this.searched = List.copyOf(searched);
    this.known = List.copyOf(known);
    this.all = all;
  }

  /**
   * Reads a query. Bounded in time and memory, whatever the text is.
   *
   * @throws RefusedWords if it is none, with what is wrong
   */
  public Query parse(String text) throws RefusedWords {
    if (text.length() > MAX_LENGTH) {
      throw new RefusedWords("the query has " + text.length() + " characters, more than " + MAX_LENGTH, "split it into several");
    }
    if (depth(text) > MAX_DEPTH) {
      throw new RefusedWords("brackets stand more than " + MAX_DEPTH + " deep", "use fewer brackets");
    }
    Query query;
    try {
      query = withoutLonelyNegations(new Parser(searched, all).parse(text));
    } catch (ParseException e) {
      throw new RefusedWords("\"" + text + "\" is no query: " + firstLine(e), mend(e));
    } catch (TooComplexToDeterminizeException e) {
      throw new RefusedWords("a wildcard or regular expression in \"" + text + "\" is too complex", "make the pattern simpler");
    } catch (RuntimeException | StackOverflowError e) {
      throw new RefusedWords("\"" + text + "\" is no query: " + firstLine(e), "make the query simpler");
    }
    Set<String> fields = fields(query);
    for (String field : fields) {
      if (!known.contains(field)) {
        throw new RefusedWords("there is no field \"" + field + "\"",
            "use one of " + String.join(", ", known) + "; put a colon that is part of the words behind a backslash");
      }
    }
    if (fields.isEmpty()) {
      throw new RefusedWords("no word is left of \"" + text + "\" when stop words are taken away", "add a word that carries meaning");
    }
    return query;
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
      return "split it into several";
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
  private static final class Parser extends MultiFieldQueryParser {

    Parser(List<String> fields, boolean all) {
      super(fields.toArray(String[]::new), ANALYZER);
      setDefaultOperator(all ? Operator.AND : Operator.OR);
    }

    @Override
    protected Query getMultiFieldQuery(List<Query> queries) throws ParseException {
      return queries.size() == 1 ? queries.get(0) : super.getMultiFieldQuery(queries);
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
