package dev.demarche.domain;

import java.util.Objects;

/**
 * A finding that a watch asks for.
 *
 * @param watch         which watch
 * @param reason        why it matches, in words
 * @param finding       what matched
 * @param article       where it stands
 * @param taggerVersion what tagged it
 */
public record Hit(WatchRef watch, String reason, Finding finding, ArticleRef article, String taggerVersion) {
  public Hit {
    Objects.requireNonNull(watch, "watch");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(taggerVersion, "taggerVersion");
  }
}
