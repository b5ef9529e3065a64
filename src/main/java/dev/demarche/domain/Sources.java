package dev.demarche.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Independent reports: no two of one house, none a copy of another by its fingerprint.
 *
 * @param known the first {@value #MAX} of them
 */
public record Sources(List<Source> known) {
  /** No report. */
  public static final Sources NONE = new Sources(List.of());
  /** With so many, read "this many or more". */
  public static final int MAX = 16;

  /**
   * One of them.
   *
   * @param house       {@link Publishing#of}
   * @param fingerprint of the text, or null
   */
  public record Source(String house, String fingerprint) {}

  public Sources {
    known = List.copyOf(known);
  }

  /** These, and that of {@code article} where it is independent of them. */
  public Sources with(ArticleRef article) {
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

  /** How many there are. */
  public int count() {
    return known.size();
  }
}
