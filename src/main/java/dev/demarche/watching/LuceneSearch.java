package dev.demarche.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/** Lucene's own search over one text, for queries that {@link WordSearch} does not know: words that are nearly the same, or near each other. */
final class LuceneSearch {

  private LuceneSearch() {}

  /** Whether {@code query}, which looks into {@code field} alone, holds of {@code text}; {@code found}, if not null, takes all that is found. */
  static boolean in(AnalysedText text, String field, Query query, List<WordSearch.Found> found) {
    MemoryIndex index = new MemoryIndex(true);
    index.addField(field, new Numbered(text.tokens()));
    IndexSearcher searcher = index.createSearcher();
    try {
      Matches matches = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
          .matches(searcher.getIndexReader().leaves().get(0), 0);
      MatchesIterator all = matches == null ? null : matches.getMatches(field);
      while (found != null && all != null && all.next()) {
        found.add(new WordSearch.Found(text, all.startOffset(), all.endOffset() - 1));
      }
      return matches != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives out tokens; instead of offsets it tells their numbers. */
  private static final class Numbered extends TokenStream {
    private final List<AnalysedText.Token> tokens;
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private int next;

    Numbered(List<AnalysedText.Token> tokens) {
      this.tokens = tokens;
    }

    @Override
    public boolean incrementToken() {
      if (next == tokens.size()) {
        return false;
      }
      clearAttributes();
      AnalysedText.Token token = tokens.get(next);
      term.setBytesRef(token.term());
      increment.setPositionIncrement(token.position() - (next == 0 ? -1 : tokens.get(next - 1).position()));
      offset.setOffset(next, next + 1);
      next++;
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      next = 0;
    }
  }
}
