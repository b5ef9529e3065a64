package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * A finding that a watch asks for.
 *
 * @param watch         which watch
 * @param trigger       when what the watch finds raises an alert
 * @param actors        those of the watch's actors that it matches by, as the watch names them; empty where the watch names none
 * @param reason        why it matches, in words
 * @param matched       the words by which it matches, and where they stand
 * @param finding       what matched
 * @param article       where it stands
 * @param taggerVersion what tagged it
 */
public record Hit(WatchRef watch, TriggerRule trigger, List<String> actors, String reason, List<Matched> matched, Finding finding,
                  ArticleRef article, String taggerVersion) {
  public Hit {
    Objects.requireNonNull(watch, "watch");
    trigger = trigger == null ? TriggerRule.EVERY : trigger;
    actors = actors == null ? List.of() : List.copyOf(actors);
    Objects.requireNonNull(reason, "reason");
    matched = matched == null ? List.of() : List.copyOf(matched);
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(taggerVersion, "taggerVersion");
  }

  /** A hit of a watch that names no actors and triggers at every utterance. */
  public Hit(WatchRef watch, String reason, Finding finding, ArticleRef article, String taggerVersion) {
    this(watch, null, null, reason, null, finding, article, taggerVersion);
  }
}
