package dev.demarche.bench;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.watching.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;

/** Lucene's monitor as it comes, with the words of watches as its queries, asked of each finding's sentence and of the headline and the text. Safe for use by several threads. */
final class PlainMonitor implements AutoCloseable {
  private final Analyzer analyzer = new EnglishAnalyzer();
  private final Monitor monitor;

  PlainMonitor() throws IOException {
    monitor = new Monitor(analyzer, new TermFilteredPresearcher(), new MonitorConfiguration());
  }

  void put(List<Watch> watches) throws IOException, ParseException {
    List<MonitorQuery> queries = new ArrayList<>();
    for (Watch watch : watches) {
      queries.add(new MonitorQuery(watch.id(), new QueryParser("sentence", analyzer).parse(watch.words())));
    }
    monitor.register(queries);
  }

  /** How many queries match, summed over the findings. */
  int match(Tagging tagging) throws IOException {
    String title = tagging.article().title();
    Document[] documents = Findings.of(tagging).stream().map(finding -> document(finding, title, tagging.article().text())).toArray(Document[]::new);
    var matches = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
    int found = 0;
    for (int i = 0; i < documents.length; i++) {
      found += matches.getMatchCount(i);
    }
    return found;
  }

  private static Document document(Finding finding, String title, String text) {
    Document document = new Document();
    document.add(new TextField("sentence", finding.sentence().text(), Field.Store.NO));
    document.add(new TextField("title", title, Field.Store.NO));
    document.add(new TextField("article", title + "\n" + text, Field.Store.NO));
    return document;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
