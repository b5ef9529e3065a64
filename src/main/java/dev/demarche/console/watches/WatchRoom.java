package dev.demarche.console.watches;

import dev.demarche.catalogue.WatchYaml;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Ask;
import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Slice;
import dev.demarche.console.names.Rolls;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What pages and API of the watches both do. Safe for use by several threads. */
public final class WatchRoom {
  private static final int OFFERED = 200;

  private final Archive archive;
  private final WatchDesk desk;
  private final Trials trials;
  private final KnownNames names;
  private final Drafts drafts;
  private final Standings standings;

  /** The room of what {@code archive} holds, written through {@code desk}. */
  public WatchRoom(Archive archive, Rolls rolls, WatchDesk desk, Trials trials, Clock clock) {
    this.archive = archive;
    this.desk = desk;
    this.trials = trials;
    this.names = new KnownNames(rolls);
    this.drafts = new Drafts(names);
    this.standings = new Standings(archive, names, clock);
  }

  Drafts drafts() {
    return drafts;
  }

  Trials trials() {
    return trials;
  }

  KnownNames names() {
    return names;
  }

  Slice<WatchRow> rows(String words, Severity severity, Finding.Kind kind, int skip, int limit) {
    List<String> each = words == null || words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
    Slice<Watch> found = standings.find(each, severity, kind, skip, limit);
    return new Slice<>(found.items().stream().map(standings::row).toList(), found.total());
  }

  Optional<WatchDesk.Standing> get(String id) {
    return standings.get(id);
  }

  WatchRow row(Watch watch) {
    return standings.row(watch);
  }

  SortedMap<LocalDate, Long> days(String id) {
    return standings.days(id);
  }

  /** A standing watch as its editor shows it. */
  Draft draft(Watch watch) {
    Draft draft = drafts.yaml(WatchYaml.write(watch));
    return draft.form() != null ? draft : new Draft(draft.watch(), draft.yaml(), WatchForm.of(watch), draft.problems(), draft.warnings());
  }

  /** What publishers, or languages, there are, the most frequent first. */
  List<String> offered(Facet facet) {
    Map<String, Long> counts = archive.count(Ask.ANY, facet, OFFERED);
    return List.copyOf(counts.keySet());
  }

  /** Puts a good draft. */
  WatchDesk.Edit put(Watch watch, Expected expected) {
    WatchDesk.Edit edit = desk.put(watch, expected);
    if (edit instanceof WatchDesk.Edit.Done done) {
      standings.wrote(watch.id(), watch, done.version());
    }
    return edit;
  }

  WatchDesk.Edit delete(String id, Expected expected) {
    WatchDesk.Edit edit = desk.delete(id, expected);
    if (edit instanceof WatchDesk.Edit.Done done) {
      standings.wrote(id, null, done.version());
    }
    return edit;
  }
}
