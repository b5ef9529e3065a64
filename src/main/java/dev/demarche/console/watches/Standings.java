package dev.demarche.console.watches;

import dev.demarche.alerting.Precision;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.console.names.Lately;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import dev.demarche.watching.WatchIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The watches that stand, and how they do. What this console wrote is seen at once, what others wrote a moment later. Safe for use by several threads. */
final class Standings {
  static final int DAYS = 30;
  private static final Duration CATCHES_UP = Duration.ofSeconds(30);

  /** A watch and what words are looked for in. */
  private record Listed(Watch watch, String text) {}

  private record Written(Watch watch, long version, Instant at) {}

  private final Archive archive;
  private final KnownNames names;
  private final Clock clock;
  private final Lately<List<Listed>> all;
  private final Map<String, Written> written = new LinkedHashMap<>();

  Standings(Archive archive, KnownNames names, Clock clock) {
    this.archive = archive;
    this.names = names;
    this.clock = clock;
    this.all = new Lately<>(() -> KnownNames.all(archive.shelf(Shelves.WATCHES)).stream().sorted(Comparator.comparing(Watch::id)).map(this::listed).toList());
  }

  private Listed listed(Watch watch) {
    return new Listed(watch, (watch + " " + WatchWords.of(watch, names)).toLowerCase(Locale.ROOT));
  }

  /** Takes in what was written a moment ago: a watch, or null for a deletion. */
  synchronized void wrote(String id, Watch watch, long version) {
    written.put(id, new Written(watch, version, clock.instant()));
  }

  private synchronized Map<String, Written> written() {
    Instant before = clock.instant().minus(CATCHES_UP);
    written.values().removeIf(each -> each.at().isBefore(before));
    return Map.copyOf(written);
  }

  /** The watch {@code id} with its version; empty where there is none. */
  Optional<WatchDesk.Standing> get(String id) {
    Optional<WatchDesk.Standing> kept = archive.shelf(Shelves.WATCHES).kept(id).map(each -> new WatchDesk.Standing(each.value(), each.version()));
    Written mine = written().get(id);
    if (mine == null || kept.isPresent() && kept.get().version() > mine.version()) {
      return kept;
    }
    return Optional.ofNullable(mine.watch()).map(watch -> new WatchDesk.Standing(watch, mine.version()));
  }

  /** Watches that hold each of {@code words} in any field, the name of an actor or issue included, by id. */
  Slice<Watch> find(List<String> words, Severity severity, Finding.Kind kind, int skip, int limit) {
    SortedMap<String, Listed> now = new TreeMap<>();
    all.get().forEach(each -> now.put(each.watch().id(), each));
    written().keySet().forEach(id -> {
      now.remove(id);
      get(id).ifPresent(standing -> now.put(id, listed(standing.watch())));
    });
    List<String> lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    List<Watch> found = now.values().stream().filter(each -> severity == null || each.watch().severity() == severity)
        .filter(each -> kind == null || each.watch().kind() == kind).filter(each -> lower.stream().allMatch(each.text()::contains)).map(Listed::watch).toList();
    return new Slice<>(found.stream().skip(skip).limit(limit).toList(), found.size());
  }

  WatchRow row(Watch watch) {
    Shelf<AlertLife> alerts = archive.shelf(Shelves.ALERTS);
    Shelf.Filter mine = Shelf.Filter.ALL.with("watch", watch.id());
    long lately = alerts.find(mine.between(clock.instant().minus(Duration.ofDays(DAYS)), null), 0, 0).total();
    long useful = alerts.find(mine.with("useful", "true"), 0, 0).total();
    long not = alerts.find(mine.with("useful", "false"), 0, 0).total();
    String refused = WatchIndex.check(watch).map(problem -> problem.message() + "; " + problem.mend()).orElse(null);
    return new WatchRow(watch.id(), watch.name(), watch.severity(), watch.kind(), WatchWords.of(watch, names), lately, (double) lately / DAYS, useful + not, useful,
        new Precision((int) useful, (int) not).words(), refused == null, refused);
  }

  /** How many alerts the watch {@code id} raised on each of the last 30 days, today included. */
  SortedMap<LocalDate, Long> days(String id) {
    Shelf<AlertLife> alerts = archive.shelf(Shelves.ALERTS);
    Shelf.Filter mine = Shelf.Filter.ALL.with("watch", id);
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = today.minusDays(i);
      Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      days.put(day, alerts.find(mine.between(begin, begin.plus(Duration.ofDays(1))), 0, 0).total());
    }
    return days;
  }
}
