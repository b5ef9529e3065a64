package dev.demarche.console.system;

import java.util.List;
import java.util.Locale;

/**
 * A line of values as the points of an SVG polyline.
 *
 * @param points for the attribute of that name; empty where there are fewer than two values
 * @param least  of the values
 * @param most   of the values
 */
public record Spark(String points, double least, double most) {
  /** Of the picture, in units of its own. */
  public static final int WIDTH = 240;
  /** Of the picture, in units of its own. */
  public static final int HEIGHT = 40;

  private static final int EDGE = 2;

  /** The line of {@code values}, from the left edge to the right one, 0 at the bottom. */
  static Spark of(List<Double> values) {
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    if (values.size() < 2) {
      return new Spark("", least, most);
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double x = EDGE + (double) (WIDTH - 2 * EDGE) * i / (values.size() - 1);
      double y = HEIGHT - EDGE - (most == 0 ? 0 : (HEIGHT - 2 * EDGE) * values.get(i) / most);
      points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x, y));
    }
    return new Spark(points.toString(), least, most);
  }
}
