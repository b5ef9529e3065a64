package dev.demarche.console.actor;

import dev.demarche.console.index.Found;
import dev.demarche.console.web.Links;
import dev.demarche.domain.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stances drawn along event time, in a row for those that are for, neither and against. Lengths are in the units of the drawing.
 *
 * @param points of the stances, in order of time
 * @param turns  of the shifts, in order of time
 * @param ticks  of the axis
 */
public record Timeline(List<Point> points, List<Turn> turns, List<Tick> ticks) {
  /** Width of the drawing. */
  public static final int WIDTH = 760;
  /** Height of the drawing. */
  public static final int HEIGHT = 190;

  private static final int LEFT = 84;
  private static final int RIGHT = WIDTH - 20;
  private static final int STEP = 9;
  private static final int STACKED = 3;
  private static final int TICKS = 6;
  private static final int NAME = 90;

  /**
   * A stance.
   *
   * @param x     from the left
   * @param y     from the top
   * @param sign  1 for, 0 neither, -1 against
   * @param shape path of its mark
   * @param link  to its words
   * @param title what it is
   */
  public record Point(int x, int y, int sign, String shape, String link, String title) {}

  /**
   * A shift.
   *
   * @param x     from the left
   * @param link  to where it is told
   * @param title what it is
   */
  public record Turn(int x, String link, String title) {}

  /**
   * A label of the axis.
   *
   * @param x    from the left
   * @param text of the label
   */
  public record Tick(int x, String text) {}

  public Timeline {
    points = List.copyOf(points);
    turns = List.copyOf(turns);
    ticks = List.copyOf(ticks);
  }

  /** The drawing of stances and shifts, in any order; empty without stances. */
  static Timeline of(List<Found> stances, List<Shift> shifts) {
    if (stances.isEmpty()) {
      return new Timeline(List.of(), List.of(), List.of());
    }
    List<Instant> times = new ArrayList<>(stances.stream().map(Found::at).toList());
    shifts.forEach(shift -> times.add(shift.after().at()));
    Scale scale = new Scale(times.stream().min(Instant::compareTo).orElseThrow(), times.stream().max(Instant::compareTo).orElseThrow());
    Map<String, Integer> taken = new HashMap<>();
    List<Point> points = stances.stream().sorted(Comparator.comparing(Found::at)).map(one -> point(one, scale, taken)).toList();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < shifts.size(); i++) {
      Shift shift = shifts.get(i);
      turns.add(new Turn(scale.x(shift.after().at()), "#shift-" + i, "Shift on " + shift.issue() + ", " + plain(shift.kind()) + ", " + date(shift.after().at())));
    }
    return new Timeline(points, turns.stream().sorted(Comparator.comparing(Turn::x)).toList(), scale.ticks());
  }

  /** Height of the row of a sign. */
  public static int row(int sign) {
    return 80 - 52 * sign;
  }

  private static Point point(Found one, Scale scale, Map<String, Integer> taken) {
    int sign = one.finding().polarity() == null ? 0 : Integer.signum(one.finding().polarity());
    int x = scale.x(one.at());
    int before = taken.merge(sign + "@" + x / STEP, 1, Integer::sum) - 1;
    int y = row(sign) + (before % (2 * STACKED + 1) + 1) / 2 * (before % 2 == 0 ? -7 : 7);
    String target = one.finding().target() == null ? "" : " " + one.finding().target();
    String title = date(one.at()) + ": " + plain(one.finding().act()) + target + (one.article().publisher() == null ? "" : ", " + one.article().publisher())
        + ". " + cut(one.finding().sentence().text());
    return new Point(x, y, sign, shape(x, y, sign), Links.finding(one.article().id(), one.finding().id()), title);
  }

  private static String shape(int x, int y, int sign) {
    return sign > 0 ? "M" + x + " " + (y - 5) + "l5.5 9h-11z" : sign < 0 ? "M" + x + " " + (y + 5) + "l5.5 -9h-11z"
        : "M" + (x - 4) + " " + y + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= NAME ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, NAME))) + " …";
  }

  private static String plain(Enum<?> value) {
    return value == null ? "says" : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String date(Instant at) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atOffset(ZoneOffset.UTC));
  }

  private record Scale(Instant from, Instant to) {
    int x(Instant at) {
      double span = Math.max(1, Duration.between(from, to).toSeconds());
      return from.equals(to) ? (LEFT + RIGHT) / 2 : (int) Math.round(LEFT + (RIGHT - LEFT) * (Duration.between(from, at).toSeconds() / span));
    }

    List<Tick> ticks() {
      Duration span = Duration.between(from, to);
      DateTimeFormatter form = DateTimeFormatter.ofPattern(span.toDays() > 300 ? "MMM uuuu" : span.toDays() >= TICKS ? "d MMM" : "d MMM HH:mm", Locale.ENGLISH);
      int count = span.isZero() ? 1 : TICKS;
      List<Tick> ticks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Instant at = from.plusSeconds(count == 1 ? 0 : span.toSeconds() * i / (count - 1));
        ticks.add(new Tick(x(at), form.format(at.atOffset(ZoneOffset.UTC))));
      }
      return ticks;
    }
  }
}
