package dev.demarche.bench;

import java.util.Arrays;
import java.util.Random;

/** Numbers from 0 that come the more seldom the higher they are: number k as often as 1 / (k + offset). Safe for use by several threads. */
final class Zipf {
  private final double[] upTo;

  Zipf(int size, double offset) {
    upTo = new double[size];
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += 1 / (k + offset);
      upTo[k] = sum;
    }
  }

  int next(Random random) {
    int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
  }
}
