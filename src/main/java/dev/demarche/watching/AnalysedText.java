package dev.demarche.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * The tokens of one field of a finding: of each term where it stands. Several passages stand as if a hundred words were between them, so that no
 * phrase reaches from one into another. For one thread.
 */
final class AnalysedText {
  private static final int GAP = 100;

  private final WordField field;
  private final List<Passage> passages;
  private final List<Token> tokens = new ArrayList<>();
  private final Map<BytesRef, List<Integer>> byTerm = new HashMap<>();
  private long[] hashes;

  /**
   * A token.
   *
   * @param term     as the analyzer leaves it
   * @param position among the tokens; stop words count
   * @param passage  which one it stands in, from 0
   * @param begin    of its letters in the passage
   * @param end      the same
   */
  record Token(BytesRef term, int position, int passage, int begin, int end) {}

  AnalysedText(WordField field, List<Passage> passages) {
    this.field = field;
    this.passages = List.copyOf(passages);
    int position = -1;
    for (int i = 0; i < passages.size(); i++) {
      position = add(i, position);
    }
  }

  private int add(int passage, int before) {
    int position = passage == 0 ? before : before + GAP;
    try (TokenStream stream = Words.ANALYZER.tokenStream("", passages.get(passage).text())) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        BytesRef bytes = BytesRef.deepCopyOf(term.getBytesRef());
        byTerm.computeIfAbsent(bytes, any -> new ArrayList<>(1)).add(tokens.size());
        tokens.add(new Token(bytes, position, passage, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return position;
  }

  List<Passage> passages() {
    return passages;
  }

  /** All tokens, in order. */
  List<Token> tokens() {
    return tokens;
  }

  /** The different terms. */
  Set<BytesRef> terms() {
    return byTerm.keySet();
  }

  /** {@link Hash} of each of them in this field. */
  long[] hashes() {
    if (hashes == null) {
      hashes = new long[byTerm.size()];
      int next = 0;
      for (BytesRef term : byTerm.keySet()) {
        hashes[next++] = Hash.of(field, term);
      }
    }
    return hashes;
  }

  boolean has(BytesRef term) {
    return byTerm.containsKey(term);
  }

  /** The numbers of the tokens that are {@code term}, in order; empty where there is none. */
  List<Integer> of(BytesRef term) {
    return byTerm.getOrDefault(term, List.of());
  }

  /** The number of the token that is {@code term} and stands at {@code position}, or -1. */
  int at(BytesRef term, int position) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).position < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < tokens.size() && tokens.get(low).position == position && tokens.get(low).term.equals(term) ? low : -1;
  }
}
