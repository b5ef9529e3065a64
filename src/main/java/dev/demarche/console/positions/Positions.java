package dev.demarche.console.positions;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.console.names.Roll;
import dev.demarche.console.web.Links;
import dev.demarche.domain.Position;
import dev.demarche.domain.Position.Stood;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.domain.Stand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes matrices of what the archive has. Safe for use by several threads. */
public final class Positions {
  /** For so long a shift is recent. */
  public static final Duration RECENT = Duration.ofDays(30);
  private static final int MOST = 5_000;
  private static final int MOST_SHIFTS = 2_000;

  private final Archive archive;
  private final Clock clock;

  public Positions(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /** The part that is asked for. */
  public Matrix matrix(MatrixAsk ask, Roll roll) {
    Shelf.Filter filter = Shelf.Filter.ALL.with("scope", "issue").with("issue", ask.issue()).between(ask.since(), null);
    Slice<Position> found = archive.shelf(Shelves.POSITIONS).find(filter, 0, MOST);
    BiPredicate<String, String> meant = roll.meant(ask.actor());
    List<Position> meantOnes = found.items().stream().filter(position -> meant.test(position.actor(), position.name())).toList();
    Set<String> split = split(ask.issue());
    Map<String, Shift> moved = moved(ask);
    Map<String, List<Matrix.Cell>> byActor = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Position position : meantOnes) {
      Matrix.Cell cell = cell(position, ask, split, moved);
      if (cell != null && (ask.side() == null || cell.standing() == ask.side())) {
        String key = key(position);
        byActor.computeIfAbsent(key, actor -> new ArrayList<>()).add(cell);
        names.put(key, position.name());
      }
    }
    List<Matrix.Row> rows = byActor.entrySet().stream().map(entry -> new Matrix.Row(entry.getKey(), names.get(entry.getKey()),
        entry.getValue().stream().mapToLong(Matrix.Cell::reports).sum(), entry.getValue()))
        .sorted(Comparator.comparing(Matrix.Row::reports).reversed().thenComparing(Matrix.Row::name).thenComparing(Matrix.Row::key)).toList();
    List<Matrix.Row> shown = rows.stream().skip(ask.skip()).limit(ask.limit()).toList();
    return new Matrix(columns(shown, roll), shown, rows.size(), found.total() > found.items().size());
  }

  /** What a form may offer for the filters; names are of those in {@code matrix}. */
  public Matrix.Choices choices(Matrix matrix, Roll roll) {
    return new Matrix.Choices(roll.issues().values(), roll.groupsByName(), matrix.rows().stream().map(Matrix.Row::name).distinct().toList());
  }

  /** Who is for one issue towards somebody and against it towards somebody else, by {@link #key} and issue; {@code issue} may be null for all. */
  public Set<String> split(String issue) {
    List<Position> towards = archive.shelf(Shelves.POSITIONS).find(Shelf.Filter.ALL.with("scope", "target").with("issue", issue), 0, MOST).items();
    Map<String, Set<Side>> sides = towards.stream().collect(Collectors.groupingBy(position -> line(position),
        Collectors.mapping(position -> position.now().side(), Collectors.toCollection(HashSet::new))));
    return sides.entrySet().stream().filter(entry -> entry.getValue().containsAll(List.of(Side.FOR, Side.AGAINST))).map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The last shift of each line. */
  private Map<String, Shift> moved(MatrixAsk ask) {
    Instant until = ask.at() == null ? null : ask.at().plusMillis(1);
    return archive.shelf(Shelves.SHIFTS).find(Shelf.Filter.ALL.with("state", "TOLD").with("issue", ask.issue()).between(null, until), 0, MOST_SHIFTS).items()
        .stream().collect(Collectors.toMap(shift -> Stand.keyOf(shift.actor(), shift.name(), shift.issue()), shift -> shift,
            (one, other) -> one.after().at().isBefore(other.after().at()) ? other : one));
  }

  private Matrix.Cell cell(Position position, MatrixAsk ask, Set<String> split, Map<String, Shift> shifts) {
    Stood stood = at(position, ask.at());
    if (stood == null || ask.since() != null && stood.last().isBefore(ask.since())) {
      return null;
    }
    boolean conditional = stood == position.now() && position.condition() != null && (ask.at() == null || !position.condition().at().isAfter(ask.at()));
    Shift shift = shifts.get(line(position));
    // Towards whom somebody stood where is kept for the present alone.
    Standing standing = ask.at() == null && split.contains(line(position)) ? Standing.MIXED : Standing.of(stood.side());
    return new Matrix.Cell(position.issue(), standing, Words.of(stood.act()), stood.since(), stood.last(), stood.publishers(), stood.reports(), conditional,
        shift == null ? null : moved(shift, ask.at() == null ? clock.instant() : ask.at()), link(position) + (ask.at() == null ? "" : "?at=" + ask.atDay()));
  }

  static Matrix.Moved moved(Shift shift, Instant now) {
    return new Matrix.Moved(Words.of(shift.kind()), shift.after().at(), shift.after().at().isAfter(now.minus(RECENT)));
  }

  /** The stand that was the present one at {@code moment}; null before the first that is kept. */
  static Stood at(Position position, Instant moment) {
    return moment == null ? position.now() : Stream.concat(Stream.of(position.now()), position.history().stream())
        .filter(stood -> !stood.since().isAfter(moment)).findFirst().orElse(null);
  }

  private static List<Matrix.Column> columns(List<Matrix.Row> rows, Roll roll) {
    return rows.stream().flatMap(row -> row.cells().stream()).collect(Collectors.groupingBy(Matrix.Cell::issue, Collectors.counting())).entrySet().stream()
        .map(entry -> new Matrix.Column(entry.getKey(), roll.issue(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparing(Matrix.Column::positions).reversed().thenComparing(Matrix.Column::name)).toList();
  }

  /** The actor's id, or {@code name:} and the name. */
  public static String key(Position position) {
    return position.actor() != null ? position.actor() : "name:" + position.name();
  }

  /** {@link Stand#keyOf} of a position. */
  public static String line(Position position) {
    return Stand.keyOf(position.actor(), position.name(), position.issue());
  }

  /** Where the evidence of a position on an issue is shown. */
  public static String link(Position position) {
    return Links.position(position.actor(), position.name(), position.issue());
  }
}
