package dev.demarche.conditions;

import dev.demarche.domain.Act;
import dev.demarche.domain.Deed;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of what one deed says another says, too. */
final class Overlap {
  private static final double NEARLY = 0.75;
  private static final Set<Act> NEUTRAL = EnumSet.of(Act.CONCEDE, Act.RETREAT, Act.COOPERATE, Act.AID, Act.CONSULT, Act.STATE);
  private static final Set<String> LIGHT = Set.of("complet", "finish", "carr", "mak", "hold", "deliver", "provid", "giv", "grant", "end", "reach",
      "offer",
      "announc", "order", "issu");
  private static final Set<String> THOUGHT = Set.of("plan", "consider", "discus", "debat", "prepar", "want", "seek", "promis", "threaten", "delay",
      "postpon",
      "propos", "weigh", "study", "expect", "await", "need", "demand", "question", "tr");
  private static final Set<String> COMING = Set.of("tak", "begin", "start", "hold", "com", "ent", "enter", "go", "reach", "agr", "declar", "sign");
  private static final Set<String> PLACED = Set.of("plac", "forc", "effect", "possibl");
  private static final Set<String> HINDERING = Set.of("block", "den", "bar", "prevent", "cancel", "suspend", "restrict", "forbid", "ban", "obstruct",
      "expel");

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

  /**
   * Whether {@code said} tells of what {@code asked} is about: the same verb or act, and enough of the words; or nearly all of the words with a verb
   * that says neither that it is hindered nor that it is only thought of. "Completed its withdrawal" has the verb of "withdraws".
   */
  static boolean tells(Deed asked, Deed said, double overlap) {
    Set<String> words = all(said);
    boolean act = asked.act() != null && asked.act() == said.act();
    boolean verb = asked.verb().equals(said.verb()) || LIGHT.contains(said.verb()) && words.contains(asked.verb());
    Set<String> all = all(asked);
    boolean open = (said.act() == null || NEUTRAL.contains(said.act()) || said.act() == asked.act()) && !THOUGHT.contains(said.verb())
        && !HINDERING.contains(said.verb());
    if (asked.verb().equals("be") && COMING.contains(said.verb()) && share(concrete(asked.words()), words) >= overlap
        && !concrete(asked.words()).isEmpty()) {
      return true;
    }
    return (act || verb) && share(asked.words(), words) >= overlap || open && all.size() > 2 && share(all, words) >= NEARLY;
  }

  /** Of "a ceasefire is in place", what is in place. */
  private static List<String> concrete(List<String> words) {
    return words.stream().filter(word -> !PLACED.contains(word)).toList();
  }

  /** Whether {@code said} tells that what {@code asked} is about is hindered: "barred the inspectors". */
  static boolean hinders(Deed asked, Deed said, double overlap) {
    return HINDERING.contains(said.verb()) && !asked.words().isEmpty() && share(asked.words(), all(said)) >= overlap;
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
