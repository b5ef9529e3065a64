package dev.demarche.console.index;

import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import java.time.Instant;
import java.util.Set;

/**
 * Which findings, or which articles, are asked for; null, blank or empty asks for any.
 *
 * @param words     in Lucene's query syntax, over sentence and title
 * @param kinds     of findings
 * @param actor     the catalogue's id, or a name
 * @param role      in which the actor stands
 * @param act       of stances
 * @param polarity  of stances: -1, 0 or 1
 * @param target    the catalogue's id, or a name
 * @param issue     id
 * @param publisher as it stands in articles
 * @param language  as it stands in articles
 * @param article   id
 * @param from      event time, at the earliest
 * @param until     event time, before which
 */
public record Ask(String words, Set<Finding.Kind> kinds, String actor, Role role, Act act, Integer polarity, String target, String issue,
                  String publisher, String language, String article, Instant from, Instant until) {

  /** Any. */
  public static final Ask ANY = new Ask(null, Set.of(), null, null, null, null, null, null, null, null, null, null, null);

  public Ask {
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
  }

  /** This, of these kinds. */
  public Ask of(Finding.Kind... of) {
    return new Ask(words, Set.of(of), actor, role, act, polarity, target, issue, publisher, language, article, from, until);
  }

  /** This, with {@code who} in any of the roles, or in {@code as} where that is not null. */
  public Ask by(String who, Role as) {
    return new Ask(words, kinds, who, as, act, polarity, target, issue, publisher, language, article, from, until);
  }

  /** This, with words. */
  public Ask saying(String query) {
    return new Ask(query, kinds, actor, role, act, polarity, target, issue, publisher, language, article, from, until);
  }

  /** This, with an act and polarity; either may be null. */
  public Ask doing(Act what, Integer for1) {
    return new Ask(words, kinds, actor, role, what, for1, target, issue, publisher, language, article, from, until);
  }

  /** This, towards {@code whom}. */
  public Ask towards(String whom) {
    return new Ask(words, kinds, actor, role, act, polarity, whom, issue, publisher, language, article, from, until);
  }

  /** This, about an issue. */
  public Ask about(String what) {
    return new Ask(words, kinds, actor, role, act, polarity, target, what, publisher, language, article, from, until);
  }

  /** This, of these sources; either may be null. */
  public Ask from(String publishedBy, String in) {
    return new Ask(words, kinds, actor, role, act, polarity, target, issue, publishedBy, in, article, from, until);
  }

  /** This, in one article. */
  public Ask in(String id) {
    return new Ask(words, kinds, actor, role, act, polarity, target, issue, publisher, language, id, from, until);
  }

  /** This, of a time; either end may be null. */
  public Ask between(Instant earliest, Instant before) {
    return new Ask(words, kinds, actor, role, act, polarity, target, issue, publisher, language, article, earliest, before);
  }
}
