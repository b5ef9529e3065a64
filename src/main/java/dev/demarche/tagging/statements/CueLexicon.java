package dev.demarche.tagging.statements;

import dev.demarche.tagging.text.Verbs;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words that introduce statements, read once from {@code cues.txt}. Immutable. */
public final class CueLexicon {

  /** How a cue takes its content. */
  public enum Way { BARE, THAT, TO, QUOTE, HEARER, ATTITUDE, NAMING }

  private static final CueLexicon ONLY = new CueLexicon();

  private final Map<String, Set<Way>> verbs = new HashMap<>();
  private final Set<String> adjectives = new HashSet<>();
  private final Set<String> nouns = new HashSet<>();
  private final Set<String> express = new HashSet<>();

  private CueLexicon() {
    for (String line : Verbs.lines("cues.txt")) {
      int gap = line.indexOf("  ");
      String[] ways = (gap < 0 ? line.substring(0, line.indexOf(' ')) : line.substring(0, gap)).split(" ");
      String[] words = line.substring(gap < 0 ? line.indexOf(' ') : gap).strip().split("\\s+");
      switch (ways[0]) {
        case "adjective" -> adjectives.addAll(Set.of(words));
        case "noun" -> nouns.addAll(Set.of(words));
        case "express" -> {
          for (String word : words) {
            express.addAll(Verbs.forms(word));
          }
        }
        default -> add(ways, words);
      }
    }
  }

  private void add(String[] names, String[] words) {
    EnumSet<Way> ways = EnumSet.noneOf(Way.class);
    for (String name : names) {
      ways.add(Way.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
    }
    if (ways.contains(Way.BARE)) {
      ways.add(Way.THAT);
    }
    if (ways.contains(Way.THAT) && !ways.contains(Way.ATTITUDE)) {
      ways.add(Way.QUOTE);
    }
    for (String word : words) {
      for (String form : Verbs.forms(word)) {
        verbs.computeIfAbsent(form, f -> EnumSet.noneOf(Way.class)).addAll(ways);
      }
    }
  }

  /** The lexicon. */
  public static CueLexicon standard() {
    return ONLY;
  }

  /** How a form of a verb takes what is said; empty where it is no cue. */
  public Set<Way> verb(String form) {
    return verbs.getOrDefault(form, Set.of());
  }

  /** Whether "to be" with this adjective introduces a that-clause. */
  public boolean adjective(String word) {
    return adjectives.contains(word);
  }

  /** Whether the noun introduces a that-clause. */
  public boolean noun(String word) {
    return nouns.contains(word);
  }

  /** Whether the verb form brings such a noun as its object. */
  public boolean express(String form) {
    return express.contains(form);
  }
}
