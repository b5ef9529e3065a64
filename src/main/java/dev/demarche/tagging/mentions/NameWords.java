package dev.demarche.tagging.mentions;

import dev.demarche.tagging.text.Verbs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Word lists that tell what a name or a noun stands for, read once from {@code name-words.txt}. All lower case. Immutable. */
public final class NameWords {
  private static final Map<String, Set<String>> LISTS = new HashMap<>();

  static {
    for (String line : Verbs.lines("name-words.txt")) {
      String[] cells = line.split("\\s+");
      for (int i = 1; i < cells.length; i++) {
        LISTS.computeIfAbsent(cells[0], list -> new HashSet<>()).add(cells[i]);
      }
    }
  }

  private NameWords() {}

  /** Whether {@code word}, in lower case, stands in the list: title, given, female, person, people, body, document or media. */
  public static boolean is(String list, String word) {
    return LISTS.getOrDefault(list, Set.of()).contains(word);
  }

  /** Whether {@code word} or its singular stands in the list. */
  public static boolean isOne(String list, String word) {
    return is(list, word) || word.endsWith("s") && is(list, word.substring(0, word.length() - 1))
        || word.endsWith("men") && is(list, word.substring(0, word.length() - 2) + "an");
  }
}
