package dev.demarche.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Whether a query holds of the texts of one finding. It answers as Lucene does, but looks for words, phrases and patterns in the tokens themselves: to set Lucene's
 * search up for one small document takes a hundred times as long as to look a word up. What it does not know it leaves to {@link LuceneSearch}. For one thread.
 */
final class WordSearch {
  private final Texts.OfFinding texts;

  WordSearch(Texts.OfFinding texts) {
    this.texts = texts;
  }

  /** Whether {@code query} holds. */
  boolean holds(Query query) {
    if (query instanceof TermQuery term) {
      return text(term.getTerm().field()).has(term.getTerm().bytes());
    }
    if (query instanceof BooleanQuery bool) {
      return holds(bool);
    }
    if (query instanceof BoostQuery boost) {
      return holds(boost.getQuery());
    }
    return query instanceof MatchAllDocsQuery || leaf(query, null);
  }

  private boolean holds(BooleanQuery bool) {
    int possible = 0;
    int holding = 0;
    boolean required = false;
    for (BooleanClause clause : bool.clauses()) {
      if (clause.isProhibited()) {
        if (holds(clause.getQuery())) {
          return false;
        }
      } else if (clause.isRequired()) {
        required = true;
        if (!holds(clause.getQuery())) {
          return false;
        }
      } else {
        possible++;
        holding += holding < least(bool, required) && holds(clause.getQuery()) ? 1 : 0;
      }
    }
    return possible == 0 ? required : holding >= least(bool, required);
  }

  private static int least(BooleanQuery bool, boolean required) {
    return Math.max(bool.getMinimumNumberShouldMatch(), required ? 0 : 1);
  }

  /**
   * The tokens by which {@code query}, which holds, does so: those of all words, phrases and patterns in it that are found, but of what must not be there.
   */
  List<Found> found(Query query) {
    List<Found> found = new ArrayList<>();
    collect(query, found);
    return found;
  }

  /**
   * A token, or several one behind the other.
   *
   * @param text in which they stand
   * @param from number of the first token
   * @param to   number of the last token
   */
  record Found(AnalysedText text, int from, int to) {}

  private void collect(Query query, List<Found> found) {
    if (query instanceof BooleanQuery bool) {
      for (BooleanClause clause : bool.clauses()) {
        if (!clause.isProhibited() && holds(clause.getQuery())) {
          collect(clause.getQuery(), found);
        }
      }
    } else if (query instanceof BoostQuery boost) {
      collect(boost.getQuery(), found);
    } else if (query instanceof TermQuery term) {
      AnalysedText text = text(term.getTerm().field());
      for (int token : text.of(term.getTerm().bytes())) {
        found.add(new Found(text, token, token));
      }
    } else if (!(query instanceof MatchAllDocsQuery)) {
      leaf(query, found);
    }
  }

  /** Whether a phrase, a pattern or anything else holds; {@code found} takes all that is found, or is null where one is enough. */
  private boolean leaf(Query query, List<Found> found) {
    if (query instanceof PhraseQuery phrase && phrase.getSlop() == 0) {
      return phrase(phrase, found);
    }
    if (query instanceof AutomatonQuery pattern) {
      return pattern(pattern, found);
    }
    WordField field = fieldOf(query);
    return field != null && LuceneSearch.in(texts.get(field), field.key(), query, found);
  }

  private boolean phrase(PhraseQuery phrase, List<Found> found) {
    Term[] terms = phrase.getTerms();
    int[] positions = phrase.getPositions();
    AnalysedText text = text(terms[0].field());
    boolean any = false;
    for (int first : text.of(terms[0].bytes())) {
      int start = text.tokens().get(first).position() - positions[0];
      int last = first;
      for (int i = 1; i < terms.length && last >= 0; i++) {
        last = text.at(terms[i].bytes(), start + positions[i]);
      }
      if (last >= 0) {
        any = true;
        if (found == null) {
          return true;
        }
        found.add(new Found(text, first, last));
      }
    }
    return any;
  }

  private boolean pattern(AutomatonQuery pattern, List<Found> found) {
    AnalysedText text = text(pattern.getField());
    Pattern accepted = new Pattern();
    pattern.visit(accepted);
    boolean any = false;
    for (BytesRef term : text.terms()) {
      if (accepted.accepts(term)) {
        any = true;
        if (found == null) {
          return true;
        }
        for (int token : text.of(term)) {
          found.add(new Found(text, token, token));
        }
      }
    }
    return any;
  }

  private AnalysedText text(String field) {
    return texts.get(WordField.of(field));
  }

  private static WordField fieldOf(Query leaf) {
    return Words.fields(leaf).stream().map(WordField::of).findFirst().orElse(null);
  }

  /** What a pattern accepts, as Lucene compiled it when the query was parsed. */
  private static final class Pattern extends QueryVisitor {
    private ByteRunAutomaton automaton;
    private final List<BytesRef> terms = new ArrayList<>(1);

    @Override
    public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> matching) {
      automaton = matching.get();
    }

    @Override
    public void consumeTerms(Query query, Term... some) {
      for (Term term : some) {
        terms.add(term.bytes());
      }
    }

    boolean accepts(BytesRef term) {
      return automaton != null && automaton.run(term.bytes, term.offset, term.length) || terms.contains(term);
    }
  }
}
