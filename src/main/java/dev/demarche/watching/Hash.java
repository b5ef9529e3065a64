package dev.demarche.watching;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Role;
import org.apache.lucene.util.BytesRef;

/** Numbers of 64 bits that stand for what watches and findings have in common. That two things get the same one is rare, and costs a look more. */
final class Hash {
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** Of an actor in a role. */
  static long of(Finding.Kind kind, Role role, String actor) {
    return mixed(text(actor) ^ (kind.ordinal() * 8 + role.ordinal() + 1) * SEED);
  }

  /** Of a kind of finding, whoever stands in it. */
  static long of(Finding.Kind kind) {
    return mixed(kind.ordinal() + 1);
  }

  /** Of an issue. */
  static long of(String issue) {
    return mixed(text(issue) + SEED);
  }

  /** Of a term in a text. */
  static long of(WordField field, BytesRef term) {
    long hash = field.ordinal() + 1;
    for (int i = term.offset; i < term.offset + term.length; i++) {
      hash = hash * 0x100000001B3L + term.bytes[i];
    }
    return mixed(hash);
  }

  /** Of two things together, in this order. */
  static long of(long one, long other) {
    return mixed(one * 31 + other);
  }

  private static long text(String text) {
    long hash = 1;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x100000001B3L + text.charAt(i);
    }
    return hash;
  }

  /** Spreads the bits, and is never 0; after SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014). */
  private static long mixed(long value) {
    long z = value + SEED;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }
}
