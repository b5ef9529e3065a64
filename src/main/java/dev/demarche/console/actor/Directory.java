package dev.demarche.console.actor;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Ask;
import dev.demarche.console.index.Facet;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whom the news are about. Safe for use by several threads. */
final class Directory {
  private static final int COUNTED = 2_000;

  private final Archive archive;
  private final Supplier<Catalogue> catalogue;
  private final Clock clock;

  Directory(Archive archive, Supplier<Catalogue> catalogue, Clock clock) {
    this.archive = Objects.requireNonNull(archive, "archive");
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Those of whom something was found; where words or a group are given, also those of whom nothing was.
   *
   * @param days  the last ones, 0 for all
   * @param words that one of the names has, or null
   * @param group id, or null
   */
  Told told(int days, String words, String group, int skip, int limit) {
    Catalogue catalogue = this.catalogue.get();
    Ask ask = days == 0 ? Ask.ANY : Ask.ANY.between(clock.instant().minus(Duration.ofDays(days)), null);
    Map<String, Long> counts = new LinkedHashMap<>(archive.count(ask, Facet.WHO, COUNTED));
    if (words != null) {
      String plain = words.toLowerCase(Locale.ROOT);
      Set<String> called = catalogue.called(words).collect(Collectors.toSet());
      counts.keySet().removeIf(key -> !called.contains(key) && (catalogue.get(key) != null || !key.toLowerCase(Locale.ROOT).contains(plain)));
      called.stream().sorted().forEach(id -> counts.putIfAbsent(id, 0L));
    }
    if (group != null) {
      Set<String> members = catalogue.members(group).stream().map(Named::id).collect(Collectors.toSet());
      counts.keySet().retainAll(members);
      if (words == null) {
        members.stream().sorted().forEach(id -> counts.putIfAbsent(id, 0L));
      }
    }
    List<Told.Row> rows = counts.entrySet().stream().skip(skip).limit(limit).map(one -> new Told.Row(catalogue.ofKey(one.getKey()), one.getValue())).toList();
    return new Told(days, words, group == null ? null : catalogue.named(group), rows, counts.size(), skip, catalogue.groups());
  }
}
