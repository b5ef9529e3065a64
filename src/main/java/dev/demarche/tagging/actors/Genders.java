package dev.demarche.tagging.actors;

import dev.demarche.tagging.text.Verbs;
import java.util.HashMap;
import java.util.Map;

/** What first names, titles and nouns say of a person's gender: 1 she, -1 he, 0 nothing. Read once from {@code genders.txt}. Immutable. */
final class Genders {
  private static final Map<String, Integer> NAMES = new HashMap<>();
  private static final Map<String, Integer> NOUNS = new HashMap<>();

  static {
    for (String line : Verbs.lines("genders.txt")) {
      String[] cells = line.split("\\s+");
      Map<String, Integer> words = cells[0].endsWith("name") ? NAMES : NOUNS;
      for (int i = 1; i < cells.length; i++) {
        words.merge(cells[i], cells[0].startsWith("she") ? 1 : -1, (a, b) -> a.equals(b) ? a : 0);
      }
    }
  }

  private Genders() {}

  /** Of a first name in lower case. */
  static int ofName(String name) {
    return NAMES.getOrDefault(name, 0);
  }

  /** Of a title or noun for one person, in lower case: "mrs.", "actress", "brother". */
  static int ofNoun(String noun) {
    return NOUNS.getOrDefault(noun, 0);
  }
}
