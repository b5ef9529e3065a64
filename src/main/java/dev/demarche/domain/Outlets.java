package dev.demarche.domain;

import java.util.List;
import java.util.Locale;

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

  /**
   * Whether it hears an article. A publisher is known by its name or by a domain, which stands for its subdomains too, in the article's publisher or url; a language by its tag or by
   * how that begins: {@code en} is heard in {@code en-GB}. What an article does not tell is none of those that it must be, and none of those that it may not be.
   */
  public boolean hears(ArticleRef article) {
    return this == ALL || (publishers.isEmpty() || anyPublisher(publishers, article)) && !anyPublisher(exceptPublishers, article)
        && (languages.isEmpty() || anyLanguage(languages, article)) && !anyLanguage(exceptLanguages, article);
  }

  private static boolean anyPublisher(List<String> asked, ArticleRef article) {
    return !asked.isEmpty() && asked.stream().map(Outlets::plain)
        .anyMatch(one -> isOrBelongsTo(plain(article.publisher()), one) || isOrBelongsTo(host(article.url()), one));
  }

  private static boolean isOrBelongsTo(String name, String asked) {
    return name.equals(asked) || name.endsWith(asked) && name.charAt(name.length() - asked.length() - 1) == '.';
  }

  private static boolean anyLanguage(List<String> asked, ArticleRef article) {
    String language = plain(article.language());
    return asked.stream().map(Outlets::plain).anyMatch(one -> language.equals(one) || language.startsWith(one + "-"));
  }

  private static String host(String url) {
    int from = url == null ? -1 : url.indexOf("://");
    if (from < 0) {
      return "";
    }
    int to = from + 3;
    while (to < url.length() && "/:?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    return plain(url.substring(from + 3, to));
  }

  private static String plain(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
