package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * What a clause says that somebody does, or is to do, told so that two clauses can be compared.
 *
 * @param actor    canonical name of who does it, or null where nobody is named: "if the crew is freed"
 * @param actorId  the catalogue's id of who does it, or null
 * @param act      the act of the act lexicon that it is, or null
 * @param target   canonical name of to whom, or null
 * @param targetId the catalogue's id of the target, or null
 * @param negated  whether it is not done: "if they do not pay", "until they stop firing"
 * @param promised whether it is only promised: "if they agree to pay"
 * @param verb     stem of its verb, or of the noun that names it
 * @param words    stems of the other words that say what is done, sorted, no names of actors among them
 */
public record Deed(String actor, String actorId, Act act, String target, String targetId, boolean negated, boolean promised, String verb,
                   List<String> words) {

  public Deed {
    Objects.requireNonNull(verb, "verb");
    words = List.copyOf(words);
  }

  /** The actor's id, else its name, else null. */
  public String actorKey() {
    return actorId != null ? actorId : actor;
  }

  /** The target's id, else its name, else null. */
  public String targetKey() {
    return targetId != null ? targetId : target;
  }
}
