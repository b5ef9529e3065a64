package dev.demarche.watching;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import dev.demarche.domain.Watch;
import java.util.List;

/** What the parts of a watch must have in common. */
final class WatchRules {
  private static final int MOST = 1_000;

  private WatchRules() {}

  /** Refuses a watch that can never be answered, or is too large. */
  static void check(Watch watch) throws RefusedWatch {
    if (watch.id().isBlank()) {
      throw new RefusedWatch("id", "the id is blank", "use lower case letters, digits and hyphens");
    }
    if (watch.actors().isEmpty() && !watch.roles().isEmpty()) {
      throw new RefusedWatch("roles", "roles " + watch.roles() + " are given, but no actors", "name the actors, or leave the roles out");
    }
    for (int i = 0; i < watch.actors().size(); i++) {
      if (watch.actors().get(i).isBlank()) {
        throw new RefusedWatch("actors[" + i + "]", "the actor is blank", "write a catalogue id or a name");
      }
    }
    List<Role> possible = Facets.rolesIn(watch.kind());
    for (int i = 0; i < watch.roles().size(); i++) {
      if (!possible.contains(watch.roles().get(i))) {
        throw new RefusedWatch("roles[" + i + "]", "a " + watch.kind() + " has no " + watch.roles().get(i),
            "use one of " + possible + ", or another kind");
      }
    }
    if (!watch.acts().isEmpty() && watch.kind() != Finding.Kind.STANCE) {
      throw new RefusedWatch("acts", "a " + watch.kind() + " has no act", "ask for the kind STANCE, or leave the acts out");
    }
    if (watch.kind() != Finding.Kind.SHIFT && !(watch.from().isEmpty() && watch.to().isEmpty())) {
      throw new RefusedWatch(watch.from().isEmpty() ? "to" : "from", "a " + watch.kind() + " goes from no side to another",
          "ask for the kind SHIFT, or leave from and to out");
    }
    if (watch.kind() != Finding.Kind.CONDITION && !watch.states().isEmpty()) {
      throw new RefusedWatch("states", "a " + watch.kind() + " comes into no state", "ask for the kind CONDITION, or leave states out");
    }
    if (watch.actors().size() * watch.roles().size() > MOST || watch.issues().size() > MOST) {
      throw new RefusedWatch(watch.issues().size() > MOST ? "issues" : "actors", "actors times roles, or issues, are more than " + MOST,
          "split it into several watches");
    }
    if (!watch.issues().isEmpty() && watch.kind() == Finding.Kind.MENTION) {
      throw new RefusedWatch("issues", "a MENTION has no issue", "ask for another kind, or use words");
    }
  }
}
