package dev.demarche.watching;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Has every watch asked: slow, and surely right. */
final class EveryCandidate implements Candidates {
  private final Set<Question> all = new LinkedHashSet<>();

  @Override
  public void add(Question question) {
    all.add(question);
  }

  @Override
  public void remove(Question question) {
    all.remove(question);
  }

  @Override
  public void each(Subject subject, Consumer<Question> candidate) {
    all.forEach(candidate);
  }
}
