package dev.demarche.conditions;

import dev.demarche.domain.Deed;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** How much of what one deed says another says, too. */
final class Overlap {
  private static final double NEARLY = 0.75;

  private Overlap() {}

  /** Share of the words of {@code asked} that stand in {@code said}, 0 to 1; 1 where nothing is asked. */
  static double share(Collection<String> asked, Collection<String> said) {
    if (asked.isEmpty()) {
      return 1;
    }
    Set<String> both = new HashSet<>(asked);
    both.retainAll(said);
    return (double) both.size() / new HashSet<>(asked).size();
  }

  /** Words and verb of a deed. */
  static Set<String> all(Deed deed) {
    Set<String> all = new HashSet<>(deed.words());
    all.add(deed.verb());
    return all;
  }

  /** Whether {@code said} tells of what {@code asked} is about: the same verb or act, and enough of the words; or nearly all of the words. */
  static boolean tells(Deed asked, Deed said, double overlap) {
    Set<String> words = all(said);
    boolean act = asked.act() != null && asked.act() == said.act();
    boolean verb = words.contains(asked.verb());
    Set<String> all = all(asked);
    return (act || verb) && share(asked.words(), words) >= overlap && !(asked.words().isEmpty() && verb && !asked.verb().equals(said.verb()) && !act)
        || all.size() > 2 && share(all, words) >= NEARLY;
  }

  /** Whether both ask for the same, in whatever words: the shorter one counts. */
  static boolean alike(Deed one, Deed other, double overlap) {
    if (one.negated() != other.negated()) {
      return false;
    }
    boolean same = one.act() != null && one.act() == other.act() || one.verb().equals(other.verb());
    boolean shorter = one.words().size() <= other.words().size();
    Deed asked = shorter ? one : other;
    Deed said = shorter ? other : one;
    return same && share(asked.words(), all(said)) >= overlap || share(all(asked), all(said)) >= NEARLY && all(asked).size() > 1;
  }
}
