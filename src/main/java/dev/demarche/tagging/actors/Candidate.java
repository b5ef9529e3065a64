package dev.demarche.tagging.actors;

import java.util.ArrayList;
import java.util.List;

/** Somebody whom a pronoun may mean, with the words before it that mean him, the latest first, and the next ones in its sentence. */
final class Candidate {
  private final Who who;
  private final List<Seen> before = new ArrayList<>();
  private Seen ahead;
  private int later;

  Candidate(Who who) {
    this.who = who;
  }

  Who who() {
    return who;
  }

  /** The latest first. */
  List<Seen> before() {
    return before;
  }

  /** The first mention behind the pronoun in the same sentence, or null. */
  Seen ahead() {
    return ahead;
  }

  void before(Seen seen) {
    before.add(seen);
  }

  void ahead(Seen seen) {
    ahead = ahead == null ? seen : ahead;
  }

  /** How often he is named behind the pronoun. */
  int later() {
    return later;
  }

  void later(int times) {
    later = times;
  }

  /** The latest mention, or else the one ahead. */
  Seen nearest() {
    return before.isEmpty() ? ahead : before.get(0);
  }
}
