package dev.demarche.console.alerts;

import dev.demarche.alerting.Silences;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The alerts as they stand now. Safe for use by several threads. */
final class Board {
  /** How many of the newest are read where the shelf alone cannot answer. */
  static final int READ = 2_000;

  private final Archive archive;
  private final Ahead ahead;
  private final SilenceList silences;
  private final Clock clock;

  Board(Archive archive, Ahead ahead, SilenceList silences, Clock clock) {
    this.archive = archive;
    this.ahead = ahead;
    this.silences = silences;
    this.clock = clock;
  }

  /** The alerts that {@code query} asks for, the newest first; where words or silences are asked for, of the newest {@value #READ}. */
  Slice<Seen> list(AlertQuery query) {
    if (!query.needsReading()) {
      Slice<AlertLife> found = shelf().find(query.filter(query.state()), query.skip(), query.limit());
      return new Slice<>(seen(found.items()), found.total());
    }
    List<Seen> all = seen(shelf().find(query.filter(query.state()), 0, READ).items()).stream().filter(one -> fits(one, query)).toList();
    return new Slice<>(all.stream().skip(query.skip()).limit(query.limit()).toList(), all.size());
  }

  private static boolean fits(Seen one, AlertQuery query) {
    return (query.state() != AlertQuery.State.SILENCED || one.silenced()) && (query.words() == null || says(one.life(), query.words()));
  }

  private static boolean says(AlertLife life, String words) {
    Alert alert = life.alert();
    Finding finding = alert.finding();
    ArticleRef article = alert.article();
    String all = Stream.of(alert.watch().id(), alert.watch().name(), alert.reason(), alert.who(), life.group(), finding == null ? null : finding.target(),
            finding == null ? null : finding.sentence().text(), article == null ? null : article.title(), article == null ? null : article.publisher())
        .filter(Objects::nonNull).collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
  }

  /** The alert {@code id}. */
  Optional<Seen> of(String id) {
    return shelf().get(id).map(life -> seen(List.of(life)).get(0));
  }

  /**
   * The alert {@code id}.
   *
   * @throws Refused if there is none
   */
  Seen must(String id) {
    return of(id).orElseThrow(() -> Refused.unknown("alert", id));
  }

  /** The alerts of one group that {@code query} asks for, {@link AlertQuery#MOST} at most. */
  List<Seen> group(AlertQuery query, String watch, String group) {
    AlertQuery wide = new AlertQuery(query.state(), query.severity(), watch, query.actor(), query.issue(), query.words(), query.before(), 0, AlertQuery.MOST);
    Shelf.Filter filter = wide.filter(wide.state()).with("group", group);
    return seen(shelf().find(filter, 0, AlertQuery.MOST).items()).stream().filter(one -> Objects.equals(group, one.life().group()) && fits(one, wide)).toList();
  }

  /** {@code slice} by groups, that of the newest alert first. */
  List<Bunch> bunches(Slice<Seen> slice, AlertQuery query) {
    Map<List<String>, List<Seen>> byGroup = new LinkedHashMap<>();
    slice.items().forEach(one -> byGroup.computeIfAbsent(Arrays.asList(one.life().alert().watch().id(), one.life().group()), key -> new ArrayList<>()).add(one));
    boolean all = slice.items().size() >= slice.total() || query.needsReading();
    return byGroup.values().stream().map(some -> bunch(some, query, all)).toList();
  }

  /** {@code some}, which are of one group; {@code all} where these are all. */
  Bunch bunch(List<Seen> some, AlertQuery query, boolean all) {
    AlertLife first = some.get(0).life();
    String watch = first.alert().watch().id();
    long total = all || first.group() == null ? some.size()
        : shelf().find(query.filter(query.state()).with("watch", watch).with("group", first.group()), 0, 1).total();
    return new Bunch("g-" + Integer.toHexString(Objects.hash(watch, first.group())), watch, first.alert().watch().name(), first.group(),
        some.stream().map(AlertRow::of).toList(), Math.max(total, some.size()), query.parameters());
  }

  /** How many alerts stand in each state that the shelf can count, as {@code query} narrows them; none where it asks for words. */
  Map<AlertQuery.State, Long> counts(AlertQuery query) {
    Map<AlertQuery.State, Long> counts = new EnumMap<>(AlertQuery.State.class);
    Stream.of(AlertQuery.State.values()).filter(state -> state != AlertQuery.State.SILENCED && query.words() == null)
        .forEach(state -> counts.put(state, shelf().find(query.in(state).filter(state), 0, 1).total()));
    return counts;
  }

  /** How many alerts there are in any state, as {@code query} narrows them: by this it is seen that more have come. */
  long known(AlertQuery query) {
    return shelf().find(query.in(AlertQuery.State.ALL).filter(AlertQuery.State.ALL), 0, 1).total();
  }

  /** How many alerts that {@code query} asks for have come since {@code known} were. */
  long come(AlertQuery query, long known) {
    int more = (int) Math.min(AlertQuery.MOST, known(query) - known);
    if (more <= 0) {
      return 0;
    }
    Shelf.Filter any = query.in(AlertQuery.State.ALL).filter(AlertQuery.State.ALL);
    AlertQuery all = query.in(query.state());
    return seen(shelf().find(any, 0, more).items()).stream()
        .filter(one -> query.state() == AlertQuery.State.ALL || all.filter(all.state()).terms().get("state").equals(one.life().state().name()))
        .filter(one -> fits(one, all)).count();
  }

  /** The alerts that fire, the newest {@value #READ}. */
  List<Seen> firing() {
    return seen(shelf().find(Shelf.Filter.ALL.with("state", AlertLife.State.FIRING.name()), 0, READ).items());
  }

  private List<Seen> seen(Collection<AlertLife> lives) {
    Silences inForce = silences.inForce();
    Instant now = clock.instant();
    return lives.stream().map(ahead::over).map(one -> new Seen(one.life(), one.waiting(),
        one.life().state() == AlertLife.State.FIRING ? inForce.of(one.life().alert(), now).orElse(null) : null)).toList();
  }

  private Shelf<AlertLife> shelf() {
    return archive.shelf(Shelves.ALERTS);
  }
}
