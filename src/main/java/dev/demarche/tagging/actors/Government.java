package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.Mention;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whose office a title means that stands alone ("the foreign minister"): that of the country which the article speaks of far more than of all others. An
 * office that there is once in the world ("the pope") needs no country. Used by one thread.
 */
final class Government {
  private static final Set<String> TITLES = Set.of("president", "prime minister", "foreign minister", "defense minister", "finance minister",
      "interior minister", "chancellor", "king", "supreme leader", "vice president", "secretary of state", "defense secretary",
      "treasury secretary", "attorney general", "foreign secretary", "home secretary");
  private static final Set<String> ONCE = Set.of("pope");
  private static final int LEAST = 3;

  private final Offices offices;
  private final Mention[] mentionAt;
  private final LocalDate day;
  private Actor country;
  private boolean counted;

  /** @param mentionAt the article's names at their tokens, complete before {@link #holder} is asked */
  Government(Offices offices, Mention[] mentionAt, LocalDate day) {
    this.offices = offices;
    this.mentionAt = mentionAt;
    this.day = day;
  }

  /** Who holds the office, or null. */
  Actor holder(String title) {
    if (ONCE.contains(title)) {
      Actor named = named(title);
      return named != null ? named : offices.only(title, day);
    }
    return TITLES.contains(title) && country() != null ? offices.holder(country(), title, day) : null;
  }

  /** The one whom the article names anywhere and who holds or held the office; null if there are none or several. */
  private Actor named(String title) {
    Actor named = null;
    for (Mention mention : mentionAt) {
      Actor actor = mention != null && mention.known() ? mention.uses().get(0).actor() : null;
      if (actor != null && actor.type() == EntityType.PERSON && offices.held(actor, title)) {
        if (named != null && !named.id().equals(actor.id())) {
          return null;
        }
        named = actor;
      }
    }
    return named;
  }

  /** The country that the article is about, or null. */
  private Actor country() {
    if (!counted) {
      counted = true;
      Map<String, Integer> counts = new HashMap<>();
      Map<String, Actor> actors = new HashMap<>();
      Mention before = null;
      for (Mention mention : mentionAt) {
        if (mention != null && mention != before && mention.known()) {
          Actor actor = mention.uses().get(0).actor();
          if (actor.type() == EntityType.COUNTRY) {
            counts.merge(actor.id(), 1, Integer::sum);
            actors.put(actor.id(), actor);
          }
        }
        before = mention;
      }
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      counts.forEach((id, count) -> country = count >= LEAST && count * LEAST >= all * 2 ? actors.get(id) : country);
    }
    return country;
  }
}
