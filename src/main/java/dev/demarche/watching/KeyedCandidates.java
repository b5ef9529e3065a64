package dev.demarche.watching;

import java.util.function.Consumer;

/**
 * Picks watches by {@link Keys}, and where many stand under one key, by the words that they ask for. Under most keys stands one watch; the tables are many and small, so that none takes long
 * to grow while readers wait.
 */
final class KeyedCandidates implements Candidates {
  private static final int TABLES = 1 << 10;
  private static final int SHIFT = Long.SIZE - 10;

  /** By key, a {@link Question} or a {@link Bucket}. */
  private final LongTable<Object>[] tables = tables();

  @Override
  public void add(Question question) {
    for (long key : Keys.of(question.watch())) {
      LongTable<Object> table = table(key);
      Object there = table.get(key);
      if (there == null) {
        table.put(key, question);
      } else if (there instanceof Bucket bucket) {
        bucket.add(question);
      } else {
        Bucket bucket = new Bucket();
        bucket.add((Question) there);
        bucket.add(question);
        table.put(key, bucket);
      }
    }
  }

  @Override
  public void remove(Question question) {
    for (long key : Keys.of(question.watch())) {
      LongTable<Object> table = table(key);
      Object there = table.get(key);
      if (there == question || there instanceof Bucket bucket && bucket.remove(question)) {
        table.remove(key);
      }
    }
  }

  @Override
  public void each(Subject subject, Consumer<Question> candidate) {
    for (long key : Keys.offered(subject.finding(), subject.facets())) {
      Object there = table(key).get(key);
      if (there instanceof Question question) {
        candidate.accept(question);
      } else if (there != null) {
        ((Bucket) there).each(subject.texts(), candidate);
      }
    }
  }

  private LongTable<Object> table(long key) {
    return tables[(int) (key >>> SHIFT)];
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static LongTable<Object>[] tables() {
    LongTable[] tables = new LongTable[TABLES];
    for (int i = 0; i < TABLES; i++) {
      tables[i] = new LongTable<>();
    }
    return tables;
  }
}
