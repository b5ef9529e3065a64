package dev.demarche.watching;

/**
 * Values by numbers, in two arrays: a million take a quarter of what they take in a {@code HashMap}. Probes in a row, and closes the gap when one is taken away (Knuth, The Art of
 * Computer Programming 3, 6.4, algorithm R). Keys are well mixed and not 0. Not safe for threads while it changes.
 */
final class LongTable<V> {
  private static final int LEAST = 4;

  private long[] keys = new long[LEAST];
  private Object[] values = new Object[LEAST];
  private int size;

  /** The value of {@code key}, or null. */
  @SuppressWarnings("unchecked")
  V get(long key) {
    return (V) values[slot(key)];
  }

  /** Sets the value of {@code key}. */
  void put(long key, V value) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (++size * 4 > keys.length * 3) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
    }
    values[slot] = value;
  }

  /** Takes {@code key} away. */
  void remove(long key) {
    int gap = slot(key);
    if (keys[gap] == 0) {
      return;
    }
    int mask = keys.length - 1;
    for (int next = gap + 1 & mask; keys[next] != 0; next = next + 1 & mask) {
      int home = (int) keys[next] & mask;
      if ((next - home & mask) >= (next - gap & mask)) {
        keys[gap] = keys[next];
        values[gap] = values[next];
        gap = next;
      }
    }
    keys[gap] = 0;
    values[gap] = null;
    size--;
  }

  int size() {
    return size;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    Object[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new Object[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
