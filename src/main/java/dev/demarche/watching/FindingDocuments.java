package dev.demarche.watching;

import dev.demarche.domain.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** The findings of one article as Lucene documents, one each. Every text is analysed once, however many findings share it. */
final class FindingDocuments {

  static final String KIND = "kind";
  static final String WHO = "who";
  static final String ACT = "act";
  static final String ISSUE = "issue";

  private static final int GAP = 100;

  private final String headline;
  private final String text;
  private final Set<String> textFields;
  private final Map<Integer, Map<Integer, List<Token>>> sentences = new HashMap<>();
  private List<Token> title;
  private List<Token> whole;

  /**
   * Documents of findings of one article.
   *
   * @param headline   its title, or null
   * @param text       of the article
   * @param textFields the fields of text that some watch looks into; others are left out
   */
  FindingDocuments(String headline, String text, Set<String> textFields) {
    this.headline = headline;
    this.text = text;
    this.textFields = textFields;
  }

  Document document(Finding finding, Facets facets) {
    Document document = new Document();
    document.add(new StringField(KIND, facets.kind(), Field.Store.NO));
    facets.who().forEach(term -> document.add(new StringField(WHO, term, Field.Store.NO)));
    facets.acts().forEach(term -> document.add(new StringField(ACT, term, Field.Store.NO)));
    facets.issues().forEach(term -> document.add(new StringField(ISSUE, term, Field.Store.NO)));
    if (textFields.contains(Words.SENTENCE)) {
      document.add(new TextField(Words.SENTENCE, new Replay(sentences.computeIfAbsent(finding.sentence().begin(), begin -> new HashMap<>())
          .computeIfAbsent(finding.sentence().end(), end -> tokens(finding.sentence().text())))));
    }
    if (textFields.contains(Words.TITLE)) {
      document.add(new TextField(Words.TITLE, new Replay(title())));
    }
    if (textFields.contains(Words.ARTICLE)) {
      document.add(new TextField(Words.ARTICLE, new Replay(whole())));
    }
    return document;
  }

  /** The numbers of the documents that a query finds. */
  static BitSet matching(Query query, IndexSearcher searcher) throws IOException {
    BitSet found = new BitSet();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator documents = scorer.iterator();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
          found.set(leaf.docBase + doc);
        }
      }
    }
    return found;
  }

  private List<Token> title() {
    if (title == null) {
      title = headline == null ? List.of() : tokens(headline);
    }
    return title;
  }

  private List<Token> whole() {
    if (whole == null) {
      whole = new ArrayList<>(title());
      boolean first = true;
      for (Token token : tokens(text)) {
        whole.add(first ? new Token(token.term, token.increment + GAP) : token);
        first = false;
      }
    }
    return whole;
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = Words.ANALYZER.tokenStream("", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(term.toString(), increment.getPositionIncrement()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private record Token(String term, int increment) {}

  /** Gives out tokens that were analysed before. */
  private static final class Replay extends TokenStream {

    private final List<Token> tokens;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private int next;

    Replay(List<Token> tokens) {
      this.tokens = tokens;
    }

    @Override
    public boolean incrementToken() {
      if (next == tokens.size()) {
        return false;
      }
      clearAttributes();
      Token token = tokens.get(next++);
      term.append(token.term);
      increment.setPositionIncrement(token.increment);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      next = 0;
    }
  }
}
