package dev.demarche.tagging;

import dev.demarche.domain.Issue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Says which issues a sentence is about. An issue whose words are no query is left out. Immutable and safe for use by several threads. */
final class IssueMatcher {
  private static final String FIELD = "text";
  private static final Analyzer ANALYZER = new EnglishAnalyzer();

  private final Map<String, Query> queries = new LinkedHashMap<>();
  private final List<String> refused = new ArrayList<>();

  IssueMatcher(Collection<Issue> issues) {
    for (Issue issue : issues) {
      try {
        QueryParser parser = new QueryParser(FIELD, ANALYZER);
        parser.setAllowLeadingWildcard(true);
        queries.put(issue.id(), parser.parse(issue.words()));
      } catch (ParseException | RuntimeException e) {
        refused.add(issue.id());
      }
    }
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
    List<String> ids = new ArrayList<>();
    queries.forEach((id, query) -> {
      try {
        if (searcher.count(query) > 0) {
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
}
