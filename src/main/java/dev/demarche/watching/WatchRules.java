package dev.demarche.watching;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Outlets;
import dev.demarche.domain.Role;
import dev.demarche.domain.Watch;
import java.util.List;
import java.util.regex.Pattern;

/** What the parts of a watch must have in common. */
final class WatchRules {
  private static final int MOST = 1_000;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

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
    if (!watch.polarity().isEmpty() && watch.kind() != Finding.Kind.STANCE) {
      throw new RefusedWatch("polarity", "a " + watch.kind() + " has no polarity", "ask for the kind STANCE, or leave polarity out");
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
    checkOutlets(watch.outlets());
  }

  private static void checkOutlets(Outlets outlets) throws RefusedWatch {
    checkPublishers("outlets.publishers", outlets.publishers());
    checkPublishers("outlets.exceptPublishers", outlets.exceptPublishers());
    checkLanguages("outlets.languages", outlets.languages());
    checkLanguages("outlets.exceptLanguages", outlets.exceptLanguages());
  }

  private static void checkPublishers(String field, List<String> publishers) throws RefusedWatch {
    checkSize(field, publishers);
    for (int i = 0; i < publishers.size(); i++) {
      if (publishers.get(i).isBlank() || publishers.get(i).indexOf('/') >= 0) {
        throw new RefusedWatch(field + "[" + i + "]", "\"" + publishers.get(i) + "\" is neither the name nor the domain of a publisher",
            "write a name, or a domain alone, such as bbc.co.uk");
      }
    }
  }

  private static void checkLanguages(String field, List<String> languages) throws RefusedWatch {
    checkSize(field, languages);
    for (int i = 0; i < languages.size(); i++) {
      if (!LANGUAGE.matcher(languages.get(i)).matches()) {
        throw new RefusedWatch(field + "[" + i + "]", "\"" + languages.get(i) + "\" is no tag of a language", "write a BCP 47 tag, such as en or pt-BR");
      }
    }
  }

  private static void checkSize(String field, List<String> list) throws RefusedWatch {
    if (list.size() > MOST) {
      throw new RefusedWatch(field, "has more than " + MOST + " entries", "split it into several watches");
    }
  }
}
