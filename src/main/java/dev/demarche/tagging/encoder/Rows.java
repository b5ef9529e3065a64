package dev.demarche.tagging.encoder;

/** What the graph gives for a window's words, a row for each; the same arrays as in {@link Scores}. */
record Rows(float[][] roles, float[][] mentions, float[][] links, float[][] stances, float[] none) {
  private static final int ARRAY = 24;

  /** About how many bytes of heap they take. */
  long bytes() {
    return bytes(roles) + bytes(mentions) + bytes(links) + bytes(stances) + bytes(new float[][] {none});
  }

  private static long bytes(float[][] rows) {
    return rows.length == 0 ? 0 : (long) rows.length * (rows[0].length * Float.BYTES + ARRAY);
  }
}
