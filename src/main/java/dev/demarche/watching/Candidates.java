package dev.demarche.watching;

import java.util.function.Consumer;

/** Picks the watches that are worth to be asked about a finding. Not safe for threads while it changes. */
interface Candidates {

  /** Adds a watch. */
  void add(Question question);

  /** Takes away a watch that was added. */
  void remove(Question question);

  /** Gives out each watch that the subject may answer, and others, some twice. */
  void each(Subject subject, Consumer<Question> candidate);
}
