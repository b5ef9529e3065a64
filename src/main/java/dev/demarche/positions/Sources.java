package dev.demarche.positions;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/**
 * Independent reports: no two of one house, none a copy of another by its fingerprint.
 *
 * @param known the first {@value #MAX} of them
 */
record Sources(List<Source> known) {
  static final Sources NONE = new Sources(List.of());
  /** With so many, read "this many or more". */
  static final int MAX = 16;

  /**
   * One of them.
   *
   * @param house       {@link Publishing#of}
   * @param fingerprint of the text, or null
   */
  record Source(String house, String fingerprint) {}

  Sources {
    known = List.copyOf(known);
  }

  Sources with(ArticleRef article) {
    if (known.size() == MAX) {
      return this;
    }
    String house = Publishing.of(article);
    if (known.stream().anyMatch(one -> one.house.equals(house))
        || known.stream().anyMatch(one -> Fingerprint.copies(one.fingerprint, article.fingerprint()))) {
      return this;
    }
    List<Source> more = new ArrayList<>(known);
    more.add(new Source(house, article.fingerprint()));
    return new Sources(more);
  }

  int count() {
    return known.size();
  }
}
