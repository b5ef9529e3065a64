package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.text.Verbs;
import java.util.HashMap;
import java.util.Map;

/** Nouns that name a deed, and the act that it is, where it is one: "withdrawal", "release". Read once from {@code event-nouns.txt}. Immutable. */
final class EventNouns {
  private static final EventNouns ONLY = new EventNouns();

  private final Map<String, Act> acts = new HashMap<>();

  private EventNouns() {
    for (String line : Verbs.lines("event-nouns.txt")) {
      int colon = line.indexOf(':');
      Act act = Act.valueOf(line.substring(0, colon));
      for (String noun : line.substring(colon + 1).split(",")) {
        acts.put(noun.strip(), act);
      }
    }
  }

  static EventNouns standard() {
    return ONLY;
  }

  /** Whether the noun, in lower case, or its singular names a deed or something that can come about. */
  boolean isOne(String noun) {
    return acts.containsKey(noun) || acts.containsKey(singular(noun)) || acts.containsKey(singular(noun).replace("isation", "ization"));
  }

  /** The act that the noun names, or null: where it names none of those that a stance can be. */
  Act act(String noun) {
    Act act = acts.getOrDefault(noun, acts.get(singular(noun)));
    return act == Act.STATE ? null : act;
  }

  private static String singular(String noun) {
    return noun.endsWith("s") && noun.length() > 3 ? noun.substring(0, noun.length() - 1) : noun;
  }
}
