package dev.demarche.watching;

import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Role;
import dev.demarche.domain.Watch;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The structured part of a finding: who stands in it in which role, and what it is about. An actor goes by its id, its name and the ids of the groups that it belongs to.
 *
 * @param who    by role, as {@link #plain} leaves them
 * @param issues as {@link #plain} leaves them
 */
record Facets(Map<Role, Set<String>> who, Set<String> issues) {

  /**
   * What a finding offers. Of a shift, whoever told it for the actor holds it, too.
   *
   * @param names  by catalogue id, the names under which the article's entities go
   * @param groups of the catalogue
   */
  static Facets of(Finding finding, Map<String, Set<String>> names, Groups groups) {
    Map<Role, Set<String>> who = new EnumMap<>(Role.class);
    add(who, Watch.mainRole(finding.kind()), groups, finding.whoActor(), finding.who());
    add(who, Role.TARGET, groups, finding.targetActor(), finding.target());
    if (finding.shift() != null) {
      add(who, Role.HOLDER, Groups.NONE, finding.shift().after().holderActor(), finding.shift().after().holder());
    }
    if (finding.kind() != Finding.Kind.MENTION) {
      for (String mentioned : finding.mentioned()) {
        add(who, Role.MENTIONED, groups, mentioned, null);
        names.getOrDefault(mentioned, Set.of()).forEach(name -> add(who, Role.MENTIONED, Groups.NONE, null, name));
      }
    }
    Set<String> issues = new TreeSet<>();
    finding.issues().forEach(issue -> issues.add(plain(issue)));
    return new Facets(who, issues);
  }

  private static void add(Map<Role, Set<String>> who, Role role, Groups groups, String actor, String name) {
    if (actor == null && name == null) {
      return;
    }
    Set<String> inRole = who.computeIfAbsent(role, any -> new HashSet<>());
    if (actor != null) {
      inRole.add(plain(actor));
      groups.groupsOf(actor).forEach(group -> inRole.add(plain(group)));
    }
    if (name != null) {
      inRole.add(plain(name));
    }
  }

  /** The names under which an article's entities go, by catalogue id. */
  static Map<String, Set<String>> names(List<Entity> entities) {
    Map<String, Set<String>> names = new HashMap<>();
    for (Entity entity : entities) {
      if (entity.actor() != null) {
        names.computeIfAbsent(entity.actor(), id -> new HashSet<>(2)).add(entity.name());
      }
    }
    return names;
  }

  /** Whether {@code actor}, as a watch writes it, stands in {@code role}. */
  boolean has(Role role, String actor) {
    return who.getOrDefault(role, Set.of()).contains(plain(actor));
  }

  /** Whether one of the actors and one of the issues that {@code watch} names are there. */
  boolean answer(Watch watch) {
    return (watch.actors().isEmpty() || anyActor(watch)) && (watch.issues().isEmpty() || anyIssue(watch));
  }

  private boolean anyActor(Watch watch) {
    for (Role role : watch.roles()) {
      for (String actor : watch.actors()) {
        if (has(role, actor)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean anyIssue(Watch watch) {
    for (String issue : watch.issues()) {
      if (issues.contains(plain(issue))) {
        return true;
      }
    }
    return false;
  }

  /** A name as it is compared: white space at the ends and case do not count. */
  static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The roles that an actor can have in a finding of a kind, the main one first. */
  static List<Role> rolesIn(Finding.Kind kind) {
    return switch (kind) {
      case STATEMENT -> List.of(Role.SPEAKER, Role.MENTIONED);
      case STANCE, SHIFT -> List.of(Role.HOLDER, Role.TARGET, Role.MENTIONED);
      case CONDITION -> List.of(Role.HOLDER, Role.MENTIONED);
      case MENTION -> List.of(Role.MENTIONED);
    };
  }
}
