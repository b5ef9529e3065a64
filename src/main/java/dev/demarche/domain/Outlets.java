package dev.demarche.domain;

import java.util.List;

/**
 * Whose articles a watch hears.
 *
 * @param publishers      names or domains of publishers, one of which it must be; empty: any
 * @param exceptPublishers names or domains of publishers, none of which it may be
 * @param languages       BCP 47 tags, one of which the article's language must be or begin with; empty: any
 * @param exceptLanguages BCP 47 tags, none of which the article's language may be or begin with
 */
public record Outlets(List<String> publishers, List<String> exceptPublishers, List<String> languages, List<String> exceptLanguages) {

  /** All there are. */
  public static final Outlets ALL = new Outlets(null, null, null, null);

  public Outlets {
    publishers = publishers == null ? List.of() : List.copyOf(publishers);
    exceptPublishers = exceptPublishers == null ? List.of() : List.copyOf(exceptPublishers);
    languages = languages == null ? List.of() : List.copyOf(languages);
    exceptLanguages = exceptLanguages == null ? List.of() : List.copyOf(exceptLanguages);
  }
}
