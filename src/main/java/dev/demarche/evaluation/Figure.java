package dev.demarche.evaluation;

/**
 * A measured figure and how far it may lie off by the chance of which texts were drawn.
 *
 * @param value 0 to 1
 * @param low   lower end of the confidence interval, 0 to 1
 * @param high  upper end, {@code low} or more
 */
public record Figure(double value, double low, double high) {

  public Figure {
    if (!(value >= 0 && value <= 1) || !(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("figure " + value + " [" + low + ", " + high + "]: all are from 0 to 1, in order");
    }
  }
}
