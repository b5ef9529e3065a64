package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.text.Verbs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which verbs do what, read once from {@code acts.txt}. Immutable. */
final class ActLexicon {

  /**
   * A pattern of the lexicon.
   *
   * @param act       what it does
   * @param particles words that must follow the verb at once
   * @param nouns     words of which one must stand close behind the verb; empty: none needed
   */
  record Pattern(Act act, List<String> particles, Set<String> nouns) {
    /** How much the pattern asks for: the one that asks for most is tried first. */
    int weight() {
      return particles.size() * 2 + (nouns.isEmpty() ? 0 : 3);
    }
  }

  private static final ActLexicon ONLY = new ActLexicon();

  private final Map<String, List<Pattern>> byForm = new HashMap<>();
  private final Set<String> agentive = new HashSet<>();
  private final Map<String, Act> byNoun = new HashMap<>();

  private ActLexicon() {
    for (String line : Verbs.lines("acts.txt")) {
      int colon = line.indexOf(':');
      Act act = Act.valueOf(line.substring(0, colon));
      for (String entry : line.substring(colon + 1).split(",")) {
        add(act, entry.strip());
      }
    }
    byForm.values().forEach(patterns -> patterns.sort((a, b) -> Integer.compare(b.weight(), a.weight())));
    for (String line : Verbs.lines("agentive.txt")) {
      for (String verb : line.split("\\s+")) {
        agentive.addAll(Verbs.forms(verb));
      }
    }
    for (String line : Verbs.lines("act-nouns.txt")) {
      String[] cells = line.split("\\s+");
      for (int i = 1; i < cells.length; i++) {
        String noun = cells[i];
        byNoun.putIfAbsent(noun, Act.valueOf(cells[0]));
        byNoun.putIfAbsent(noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s", Act.valueOf(cells[0]));
      }
    }
  }

  /** What a noun or adjective says, in lower case; null where it is none of an act. */
  Act noun(String word) {
    return byNoun.get(word);
  }

  private void add(Act act, String entry) {
    String[] cells = entry.split(" ");
    String[] words = cells[0].split("\\+");
    Set<String> nouns = cells.length > 1 ? Set.of(cells[1].split("\\|")) : Set.of();
    Pattern pattern = new Pattern(act, List.of(words).subList(1, words.length), nouns);
    for (String form : Verbs.forms(words[0])) {
      byForm.computeIfAbsent(form, f -> new ArrayList<>()).add(pattern);
    }
  }

  static ActLexicon standard() {
    return ONLY;
  }

  /** The patterns of a verb form, the most demanding first. */
  List<Pattern> patterns(String form) {
    return byForm.getOrDefault(form, List.of());
  }

  /** Whether "will not" with this verb form is a refusal. */
  boolean agentive(String form) {
    return agentive.contains(form);
  }
}
