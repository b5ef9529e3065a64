package dev.demarche.app;

import java.util.Collection;
import java.util.Comparator;

/** The known name that is nearest to one that is not known, for error messages. */
final class Nearest {
  private Nearest() {}

  /** The member of {@code known}, which is not empty, with the least edit distance (Levenshtein, 1965) to {@code name}. */
  static String of(String name, Collection<String> known) {
    return known.stream().min(Comparator.<String>comparingInt(k -> distance(name, k)).thenComparing(k -> k)).orElseThrow();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
