package dev.demarche.domain;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many of a series of reports are independent, in any part of the series: as {@link Coverage} counts them, but without its bounds, and with each
 * two texts compared once. For one thread.
 */
public final class Independence {
  private final List<Report> reports;
  private final BitSet[] copies;

  /**
   * A report.
   *
   * @param house       {@link Houses}; null counts as ""
   * @param fingerprint of the text; null, or what is none, is a text of its own for each house
   */
  public record Report(String house, String fingerprint) {
    public Report {
      house = house == null ? "" : house;
    }
  }

  /** Compares each two of {@code reports}. */
  public Independence(List<Report> reports) {
    this.reports = List.copyOf(reports);
    List<Fingerprint> prints = reports.stream().map(report -> Fingerprint.read(report.fingerprint)).toList();
    copies = new BitSet[prints.size()];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = new BitSet();
      for (int j = 0; j < i; j++) {
        copies[i].set(j, prints.get(i) != null && prints.get(j) != null && prints.get(i).copies(prints.get(j)));
      }
    }
  }

  /** How many of those from {@code begin}, and before {@code end}, are independent. */
  public int count(int begin, int end) {
    int[] text = new int[end];
    Map<String, Set<Integer>> textsOf = new LinkedHashMap<>();
    for (int i = begin; i < end; i++) {
      text[i] = i;
      for (int j = copies[i].nextSetBit(begin); j >= 0; j = copies[i].nextSetBit(j + 1)) {
        text[root(text, j)] = root(text, i);
      }
    }
    for (int i = begin; i < end; i++) {
      textsOf.computeIfAbsent(reports.get(i).house, house -> new TreeSet<>()).add(root(text, i));
    }
    return Matching.size(List.copyOf((Collection<Set<Integer>>) textsOf.values()));
  }

  private static int root(int[] parents, int of) {
    int root = of;
    while (parents[root] != root) {
      root = parents[root];
    }
    return root;
  }
}
