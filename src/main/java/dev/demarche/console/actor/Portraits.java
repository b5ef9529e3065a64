package dev.demarche.console.actor;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Ask;
import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Found;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Gathers what is known of an actor. Safe for use by several threads. */
final class Portraits {
  private static final String BY_NAME = "name:";
  private static final int TIES = 12;
  private static final int COUNTED = 40;
  private static final int RECORDS = 200;
  private static final int DAYS = 60;

  private final Archive archive;
  private final Supplier<Catalogue> catalogue;
  private final Clock clock;

  Portraits(Archive archive, Supplier<Catalogue> catalogue, Clock clock) {
    this.archive = Objects.requireNonNull(archive, "archive");
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * What is known of an actor, or nothing where there is neither such an actor nor an article that names one.
   *
   * @param part as it stands in addresses: the catalogue's id, or {@code name:} and the name
   */
  Optional<Portrait> of(String part, int skip, int limit) {
    Catalogue catalogue = this.catalogue.get();
    Named who = part.startsWith(BY_NAME) ? new Named(null, part.substring(BY_NAME.length()), null) : catalogue.named(part);
    Actor actor = catalogue.get(who.id());
    Ask heard = Ask.ANY.of(Finding.Kind.STATEMENT).by(who.key(), Role.SPEAKER);
    Ask held = Ask.ANY.of(Finding.Kind.STANCE).by(who.key(), Role.HOLDER);
    List<Found> statements = archive.findings(heard, Archive.Order.NEWEST, skip, limit).items();
    List<Found> stances = archive.findings(held, Archive.Order.NEWEST, 0, RECORDS).items();
    List<Portrait.Tie> ties = ties(who.key(), catalogue);
    List<Portrait.Day> mentions = mentions(who.key());
    if (actor == null && statements.isEmpty() && stances.isEmpty() && ties.isEmpty() && mentions.isEmpty()) {
      return Optional.empty();
    }
    Shelf.Filter own = Shelf.Filter.ALL.with("actor", who.key());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String id = actor == null ? "" : actor.id();
    return Optional.of(new Portrait(who, actor, catalogue.groupsOf(who.id()), catalogue.spokenForBy(id, today), catalogue.speakersOf(id, today),
        catalogue.partsOf(id), catalogue.members(id), statements, stances, archive.shelf(Shelves.POSITIONS).find(own, 0, RECORDS).items(),
        archive.shelf(Shelves.SHIFTS).find(own, 0, RECORDS).items(), ties, mentions));
  }

  private List<Portrait.Tie> ties(String key, Catalogue catalogue) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    int[] signs = {1, -1, 0};
    for (int i = 0; i < signs.length; i++) {
      Ask ask = Ask.ANY.of(Finding.Kind.STANCE).doing(null, signs[i]);
      add(archive.count(ask.by(key, Role.HOLDER), Facet.TARGET, COUNTED), counts, i);
      add(archive.count(ask.by(key, Role.TARGET), Facet.WHO, COUNTED), counts, signs.length + i);
    }
    counts.remove(key);
    List<Portrait.Tie> ties = new ArrayList<>();
    counts.forEach((other, n) -> ties.add(new Portrait.Tie(catalogue.ofKey(other), n[0], n[1], n[2], n[3], n[4], n[5])));
    return ties.stream().sorted(Comparator.comparing(Portrait.Tie::signed).thenComparing(Portrait.Tie::all).reversed()
        .thenComparing(tie -> tie.other().key())).limit(TIES).toList();
  }

  private static void add(Map<String, Long> some, Map<String, long[]> all, int at) {
    some.forEach((other, count) -> all.computeIfAbsent(other, none -> new long[6])[at] += count);
  }

  /** The last days up to the newest article that names the actor, without gaps. */
  private List<Portrait.Day> mentions(String key) {
    SortedMap<Instant, Long> counts = archive.countArticles(Ask.ANY.by(key, null), Duration.ofDays(1));
    if (counts.isEmpty()) {
      return List.of();
    }
    Map<LocalDate, Long> byDay = new LinkedHashMap<>();
    counts.forEach((begin, count) -> byDay.merge(LocalDate.ofInstant(begin, ZoneOffset.UTC), count, Long::sum));
    LocalDate newest = LocalDate.ofInstant(counts.lastKey(), ZoneOffset.UTC);
    return newest.minusDays(DAYS - 1).datesUntil(newest.plusDays(1)).map(day -> new Portrait.Day(day, byDay.getOrDefault(day, 0L))).toList();
  }
}
