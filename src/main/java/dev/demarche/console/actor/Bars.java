package dev.demarche.console.actor;

import java.util.ArrayList;
import java.util.List;

/**
 * Articles a day as bars. Lengths are in the units of the drawing.
 *
 * @param bars from the first day on
 * @param text the same in a sentence, for who does not see them
 */
public record Bars(List<Bar> bars, String text) {
  /** Width of a day. */
  public static final int DAY = 10;
  /** Height of the highest bar. */
  public static final int HEIGHT = 64;

  /**
   * A day.
   *
   * @param x      from the left
   * @param height of the bar, 1 at least where there is an article
   * @param title  day and number
   */
  public record Bar(int x, int height, String title) {}

  public Bars {
    bars = List.copyOf(bars);
  }

  /** The bars of {@code days}, one day behind the other; none without days. */
  static Bars of(List<Portrait.Day> days) {
    long most = Math.max(1, days.stream().mapToLong(Portrait.Day::articles).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      Portrait.Day day = days.get(i);
      int height = day.articles() == 0 ? 0 : (int) Math.max(1, Math.round((double) HEIGHT * day.articles() / most));
      bars.add(new Bar(i * DAY, height, day.day() + ": " + articles(day.articles())));
    }
    long all = days.stream().mapToLong(Portrait.Day::articles).sum();
    String text = days.isEmpty() ? "" : articles(all) + " from " + days.get(0).day() + " to " + days.get(days.size() - 1).day() + ", at most " + most + " a day";
    return new Bars(bars, text);
  }

  private static String articles(long count) {
    return count + (count == 1 ? " article" : " articles");
  }

  /** Width of the drawing. */
  public int width() {
    return bars.size() * DAY;
  }
}
