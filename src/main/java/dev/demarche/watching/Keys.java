package dev.demarche.watching;

import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import dev.demarche.domain.Watch;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers that stand for kind, role and actor, act and issue together. A watch stands under the keys of all its combinations, with nothing in the place of what it does not
 * ask for; a finding offers each combination of what it has, and of nothing. So a watch that a finding answers has a key that the finding offers.
 */
final class Keys {
  /** A watch with more combinations leaves acts out of its keys, then issues: these are compared when it is asked. */
  private static final int MOST = 64;
  private static final long NOTHING = 0;

  private Keys() {}

  /** Those under which a watch stands, none twice; one at least. */
  static long[] of(Watch watch) {
    long combinations = (long) Math.max(1, watch.actors().size() * watch.roles().size()) * Math.max(1, watch.issues().size());
    List<Act> acts = combinations * watch.acts().size() > MOST ? List.of() : watch.acts();
    List<String> issues = combinations > MOST && !watch.actors().isEmpty() ? List.of() : watch.issues();
    long[] whos = watch.actors().isEmpty() ? new long[] {Hash.of(watch.kind())} : whos(watch);
    long[] keys = new long[whos.length * Math.max(1, acts.size()) * Math.max(1, issues.size())];
    int next = 0;
    for (long who : whos) {
      for (int act = 0; act < Math.max(1, acts.size()); act++) {
        long both = Hash.of(who, acts.isEmpty() ? NOTHING : acts.get(act).ordinal() + 1);
        for (int issue = 0; issue < Math.max(1, issues.size()); issue++) {
          keys[next++] = Hash.of(both, issues.isEmpty() ? NOTHING : Hash.of(Facets.plain(issues.get(issue))));
        }
      }
    }
    return keys.length == 1 ? keys : Arrays.stream(keys).distinct().toArray();
  }

  private static long[] whos(Watch watch) {
    long[] whos = new long[watch.actors().size() * watch.roles().size()];
    int next = 0;
    for (Role role : watch.roles()) {
      for (String actor : watch.actors()) {
        whos[next++] = Hash.of(watch.kind(), role, Facets.plain(actor));
      }
    }
    return whos;
  }

  /** Those that a finding offers. */
  static long[] offered(Finding finding, Facets facets) {
    int actors = facets.who().values().stream().mapToInt(Set::size).sum();
    long[] whos = new long[actors + 1];
    whos[0] = Hash.of(finding.kind());
    int next = 1;
    for (Map.Entry<Role, Set<String>> inRole : facets.who().entrySet()) {
      for (String actor : inRole.getValue()) {
        whos[next++] = Hash.of(finding.kind(), inRole.getKey(), actor);
      }
    }
    long[] acts = finding.act() == null ? new long[] {NOTHING} : new long[] {NOTHING, finding.act().ordinal() + 1};
    long[] issues = issues(facets.issues());
    long[] keys = new long[whos.length * acts.length * issues.length];
    next = 0;
    for (long who : whos) {
      for (long act : acts) {
        long both = Hash.of(who, act);
        for (long issue : issues) {
          keys[next++] = Hash.of(both, issue);
        }
      }
    }
    return keys;
  }

  private static long[] issues(Collection<String> names) {
    long[] issues = new long[names.size() + 1];
    issues[0] = NOTHING;
    int next = 1;
    for (String issue : names) {
      issues[next++] = Hash.of(issue);
    }
    return issues;
  }
}
