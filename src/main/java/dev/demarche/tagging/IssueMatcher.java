package dev.demarche.tagging;

import dev.demarche.domain.Issue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Says which issues a sentence is about. An issue whose words are no query is left out; one is asked only where the sentence holds a word of
 * it, so that many issues cost little. Immutable and safe for use by several threads.
 */
final class IssueMatcher {
  private static final String FIELD = "text";
  private static final Analyzer ANALYZER = new EnglishAnalyzer();

  /** An issue's query; without one of {@code words} it finds nothing, unless they are null: then nothing is known of that. */
  private record Asked(Query query, Set<String> words) {}

  private final Map<String, Asked> queries = new LinkedHashMap<>();
  private final List<String> refused = new ArrayList<>();

  IssueMatcher(Collection<Issue> issues) {
    for (Issue issue : issues) {
      try {
        QueryParser parser = new QueryParser(FIELD, ANALYZER);
        parser.setAllowLeadingWildcard(true);
        Query query = parser.parse(issue.words());
        queries.put(issue.id(), new Asked(query, words(query)));
      } catch (ParseException | RuntimeException e) {
        refused.add(issue.id());
      }
    }
  }

  private static Set<String> words(Query query) {
    Set<String> words = new HashSet<>();
    boolean[] open = {false};
    query.visit(new QueryVisitor() {
      @Override
      public void consumeTerms(Query within, Term... terms) {
        for (Term term : terms) {
          words.add(term.text());
        }
      }

      @Override
      public void consumeTermsMatching(Query within, String field, Supplier<ByteRunAutomaton> automaton) {
        open[0] = true;
      }

      @Override
      public void visitLeaf(Query leaf) {
        open[0] = true;
      }
    });
    return open[0] ? null : words;
  }

  /** Ids of the issues whose words are no query. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  /** Ids of the issues that {@code sentence} is about, in the order of the issues. */
  List<String> issues(String sentence) {
    if (queries.isEmpty()) {
      return List.of();
    }
    MemoryIndex index = new MemoryIndex();
    index.addField(FIELD, sentence, ANALYZER);
    IndexSearcher searcher = index.createSearcher();
    Set<String> present = present(searcher);
    List<String> ids = new ArrayList<>();
    queries.forEach((id, asked) -> {
      try {
        if ((asked.words == null || !Collections.disjoint(asked.words, present)) && searcher.count(asked.query) > 0) {
          ids.add(id);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RuntimeException e) {
        // a query that cannot be run (too many clauses, say) finds nothing
      }
    });
    return ids;
  }

  private static Set<String> present(IndexSearcher searcher) {
    Set<String> present = new HashSet<>();
    try {
      Terms terms = searcher.getIndexReader().leaves().get(0).reader().terms(FIELD);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          present.add(term.utf8ToString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return present;
  }
}
