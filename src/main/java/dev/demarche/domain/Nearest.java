package dev.demarche.domain;

import java.util.Collection;

/** Guesses what a misspelt word was meant to be. */
public final class Nearest {
  private Nearest() {}

  /** The word of {@code known} that is fewest edits away from {@code given}, at most a third of its length; null where none is near. */
  public static String of(String given, Collection<String> known) {
    String best = null;
    int least = Math.max(1, given.length() / 3) + 1;
    for (String word : known) {
      int edits = Math.abs(word.length() - given.length()) >= least ? least : distance(given, word);
      if (edits < least) {
        least = edits;
        best = word;
      }
    }
    return best;
  }

  /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
