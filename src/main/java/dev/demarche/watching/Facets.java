package dev.demarche.watching;

import dev.demarche.domain.Act;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Role;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The structured part of a watch or of a finding as terms. Each term begins with the kind, so that one term alone is selective. A
 * watch finds what shares a term with it in every facet that it names.
 */
record Facets(String kind, Set<String> who, Set<String> acts, Set<String> issues) {

  /** What a watch asks for. */
  static Facets of(Watch watch) {
    String kind = watch.kind().name();
    Set<String> who = new LinkedHashSet<>();
    for (Role role : watch.roles()) {
      for (String actor : watch.actors()) {
        who.add(who(watch.kind(), role, actor));
      }
    }
    Set<String> acts = new LinkedHashSet<>();
    watch.acts().forEach(act -> acts.add(act(watch.kind(), act)));
    Set<String> issues = new LinkedHashSet<>();
    watch.issues().forEach(issue -> issues.add(issue(watch.kind(), issue)));
    return new Facets(kind, who, acts, issues);
  }

  /**
   * What a finding offers: an actor goes by its id, its name and the ids of the groups that it belongs to. Of
   * a shift, whoever told it for the actor holds it, too.
   *
   * @param names  by catalogue id, the names under which the article's entities go
   * @param groups of the catalogue
   */
  static Facets of(Finding finding, Map<String, Set<String>> names, Groups groups) {
    Finding.Kind kind = finding.kind();
    Set<String> who = new HashSet<>();
    addWho(who, kind, Watch.mainRole(kind), finding.whoActor(), finding.who());
    addWho(who, kind, Role.TARGET, finding.targetActor(), finding.target());
    groups.groupsOf(finding.whoActor()).forEach(group -> who.add(who(kind, Watch.mainRole(kind), group)));
    if (finding.shift() != null) {
      addWho(who, kind, Role.HOLDER, finding.shift().after().holderActor(), finding.shift().after().holder());
    }
    groups.groupsOf(finding.targetActor()).forEach(group -> who.add(who(kind, Role.TARGET, group)));
    if (kind != Finding.Kind.MENTION) {
      for (String mentioned : finding.mentioned()) {
        who.add(who(kind, Role.MENTIONED, mentioned));
        groups.groupsOf(mentioned).forEach(group -> who.add(who(kind, Role.MENTIONED, group)));
        names.getOrDefault(mentioned, Set.of()).forEach(name -> who.add(who(kind, Role.MENTIONED, name)));
      }
    }
    Set<String> acts = finding.act() == null ? Set.of() : Set.of(act(kind, finding.act()));
    Set<String> issues = new HashSet<>();
    finding.issues().forEach(issue -> issues.add(issue(kind, issue)));
    return new Facets(kind.name(), who, acts, issues);
  }

  /** The names under which an article's entities go, by catalogue id. */
  static Map<String, Set<String>> names(TaggedArticle article) {
    Map<String, Set<String>> names = new HashMap<>();
    for (Entity entity : article.entities()) {
      if (entity.actor() != null) {
        names.computeIfAbsent(entity.actor(), id -> new HashSet<>(2)).add(entity.name());
      }
    }
    return names;
  }

  /** Whether {@code found} has what these facets, a watch's, ask for. */
  boolean ask(Facets found) {
    return kind.equals(found.kind) && any(who, found.who) && any(acts, found.acts) && any(issues, found.issues);
  }

  static String who(Finding.Kind kind, Role role, String actor) {
    return kind + "|" + role + "|" + plain(actor);
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

  private static String act(Finding.Kind kind, Act act) {
    return kind + "|" + act;
  }

  private static String issue(Finding.Kind kind, String issue) {
    return kind + "|" + plain(issue);
  }

  private static void addWho(Collection<String> who, Finding.Kind kind, Role role, String actor, String name) {
    if (actor != null) {
      who.add(who(kind, role, actor));
    }
    if (name != null) {
      who.add(who(kind, role, name));
    }
  }

  private static boolean any(Set<String> asked, Set<String> found) {
    return asked.isEmpty() || !Collections.disjoint(asked, found);
  }
}
