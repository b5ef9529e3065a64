package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who holds which office of which country or body, by the catalogue. Immutable and safe for use by several threads. */
public final class Offices {
  private static final List<String> LEADERS = List.of("president", "prime minister", "chancellor", "supreme leader", "king", "premier",
      "crown prince", "secretary general", "secretary-general", "leader");
  private static final Set<String> PARLIAMENTARY = Set.of("germany", "israel", "india", "italy", "greece", "austria", "hungary", "poland",
      "pakistan", "iraq", "ireland", "portugal", "finland", "singapore", "ethiopia", "slovakia", "czech-republic");

  private record Holder(Actor actor, Actor.Role role) {}

  private final NameIndex names;
  private final Map<String, List<Holder>> byBody = new HashMap<>();
  private final Set<String> titleHeads = new java.util.HashSet<>(Set.of("leader", "president", "premier", "chief", "minister"));

  public Offices(NameIndex names) {
    this.names = names;
    for (Actor actor : names.actors()) {
      for (Actor.Role role : actor.roles()) {
        String title = title(role);
        titleHeads.add(title.substring(title.lastIndexOf(' ') + 1));
        if (role.of() != null) {
          byBody.computeIfAbsent(role.of(), body -> new ArrayList<>()).add(new Holder(actor, role));
        }
      }
    }
  }

  /** The country that the actor belongs to, or null. */
  Actor country(Actor actor) {
    return actor == null ? null : names.actor(actor.country());
  }

  private static String title(Actor.Role role) {
    return plain(role.title());
  }

  static String plain(String title) {
    return title.toLowerCase(Locale.ROOT).replace("defence", "defense").replace('-', ' ').strip();
  }

  /** Whether the noun, in lower case, can be the last word of an office's title. */
  boolean isTitle(String noun) {
    return titleHeads.contains(noun);
  }

  /** Who holds the office {@code title} of {@code body} on {@code day}; the last known holder where nobody does; or null. */
  Actor holder(Actor body, String title, LocalDate day) {
    List<Holder> holders = byBody.getOrDefault(body.id(), List.of());
    String wanted = plain(title);
    if (wanted.equals("leader")) {
      return leader(body, holders, day);
    }
    Actor last = null;
    LocalDate lastFrom = LocalDate.MIN;
    for (Holder holder : holders) {
      if (matches(title(holder.role()), wanted)) {
        if (day == null ? holder.role().to() == null : holder.role().heldOn(day)) {
          return holder.actor();
        }
        LocalDate from = holder.role().from() == null ? LocalDate.MIN : holder.role().from();
        if (!from.isBefore(lastFrom)) {
          last = holder.actor();
          lastFrom = from;
        }
      }
    }
    return last;
  }

  /** Who holds an office that one body in the world has on {@code day}, or null. */
  Actor only(String title, LocalDate day) {
    List<String> bodies = byBody.keySet().stream().filter(body -> byBody.get(body).stream().anyMatch(holder -> title(holder.role()).equals(title))).toList();
    return bodies.size() == 1 ? holder(names.actor(bodies.get(0)), title, day) : null;
  }

  private Actor leader(Actor body, List<Holder> holders, LocalDate day) {
    List<String> order = new ArrayList<>(LEADERS);
    if (PARLIAMENTARY.contains(body.id())) {
      order.remove("president");
    }
    for (String title : order) {
      for (Holder holder : holders) {
        boolean now = day == null ? holder.role().to() == null : holder.role().heldOn(day);
        if (now && title(holder.role()).equals(title) && holder.actor().type() == EntityType.PERSON) {
          return holder.actor();
        }
      }
    }
    return null;
  }

  /** Whether {@code actor} holds or held an office of this title. */
  boolean held(Actor actor, String title) {
    return actor != null && actor.roles().stream().anyMatch(role -> matches(title(role), plain(title)));
  }

  private static boolean matches(String title, String wanted) {
    return title.equals(wanted) || title.equals("prime minister") && wanted.equals("premier")
        || wanted.equals("top diplomat") && title.equals("foreign minister")
        || wanted.equals("chief") && (title.endsWith("chief") || title.startsWith("secretary"));
  }
}
