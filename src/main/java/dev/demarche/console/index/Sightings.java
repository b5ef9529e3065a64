package dev.demarche.console.index;

import dev.demarche.watching.WordSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/**
 * Where words that were asked for stand in a text. Bits are set for each character of what was found. Immutable and safe for use by several threads.
 */
public final class Sightings {
  private final Query query;

  /**
   * Of {@code words} as in {@link Ask#words()}; null or blank stands nowhere.
   *
   * @throws IllegalArgumentException if they are no query, with what is wrong
   */
  public Sightings(String words) {
    query = words == null || words.isBlank() ? null : Questions.words(words);
  }

  /** In the sentence and the title of one finding or article; either may be null. */
  public record Seen(BitSet sentence, BitSet title) {}

  /** Where they stand. */
  public Seen in(String sentence, String title) {
    Seen seen = new Seen(new BitSet(), new BitSet());
    if (query == null) {
      return seen;
    }
    MemoryIndex index = new MemoryIndex(true);
    if (sentence != null) {
      index.addField(Fields.SENTENCE, sentence, WordSyntax.ANALYZER);
      index.addField(Fields.EVIDENCE, sentence, WordSyntax.ANALYZER);
    }
    if (title != null) {
      index.addField(Fields.TITLE, title, WordSyntax.ANALYZER);
    }
    IndexSearcher searcher = index.createSearcher();
    try {
      Matches matches = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
          .matches(searcher.getIndexReader().leaves().get(0), 0);
      mark(matches, Fields.SENTENCE, seen.sentence);
      mark(matches, Fields.EVIDENCE, seen.sentence);
      mark(matches, Fields.TITLE, seen.title);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen;
  }

  private static void mark(Matches matches, String field, BitSet seen) throws IOException {
    MatchesIterator all = matches == null ? null : matches.getMatches(field);
    while (all != null && all.next()) {
      if (all.startOffset() >= 0) {
        seen.set(all.startOffset(), all.endOffset());
      }
    }
  }
}
