package dev.demarche.watching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Terms of which one at least stands in any text of which a query holds, so that a watch need not be asked where none does. Of parts that must all hold it takes those of the
 * one part that has the fewest terms, and of these the longest, for long words are rare; as the presearcher of Lucene's monitor does.
 */
final class Cover {
  /** Words look into the whole article: that has most of the words there are. */
  private static final int COMMON = 4;
  private static final int LONG = 12;

  private Cover() {}

  /** Hashes of the terms; null where there are none, as of a pattern or of a query that holds of nothing in particular. */
  static long[] of(Query query) {
    Set<Term> terms = terms(query);
    return terms == null ? null : terms.stream().mapToLong(term -> Hash.of(WordField.of(term.field()), term.bytes())).distinct().toArray();
  }

  private static Set<Term> terms(Query query) {
    if (query instanceof BooleanQuery bool) {
      return terms(bool);
    }
    if (query instanceof BoostQuery boost) {
      return terms(boost.getQuery());
    }
    if (query instanceof TermQuery term) {
      return Set.of(term.getTerm());
    }
    return query instanceof PhraseQuery phrase ? Set.of(rarest(phrase)) : null;
  }

  private static Term rarest(PhraseQuery phrase) {
    return List.of(phrase.getTerms()).stream().max(Comparator.comparingInt(term -> term.bytes().length)).orElseThrow();
  }

  private static Set<Term> terms(BooleanQuery bool) {
    List<Set<Term>> required = new ArrayList<>();
    Set<Term> any = new LinkedHashSet<>();
    boolean must = false;
    for (BooleanClause clause : bool.clauses()) {
      Set<Term> terms = clause.isProhibited() ? null : terms(clause.getQuery());
      must |= clause.isRequired();
      if (clause.isRequired() && terms != null) {
        required.add(terms);
      } else if (!clause.isRequired() && !clause.isProhibited()) {
        any = terms == null || any == null ? null : union(any, terms);
      }
    }
    if (any != null && !any.isEmpty() && (!must || bool.getMinimumNumberShouldMatch() > 0)) {
      required.add(any);
    }
    return required.stream().min(Comparator.comparingDouble(Cover::commonness)).orElse(null);
  }

  private static Set<Term> union(Set<Term> some, Set<Term> more) {
    Set<Term> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static double commonness(Set<Term> terms) {
    return terms.stream().mapToDouble(term -> (term.field().equals(WordField.ARTICLE.key()) ? COMMON : 1.0) / Math.min(LONG, term.bytes().length)).sum();
  }
}
