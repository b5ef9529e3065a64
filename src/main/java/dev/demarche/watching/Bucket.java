package dev.demarche.watching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Watches that stand under one key. Where many of them ask for words, only those are given out of whose words the texts have one; see {@link Cover}. */
final class Bucket {
  private static final int MANY = 8;

  private final List<Question> always = new ArrayList<>(2);
  private List<Question> worded = List.of();
  private LongTable<List<Question>> byTerm;
  private final Set<WordField> fields = EnumSet.noneOf(WordField.class);
  private int size;

  void add(Question question) {
    size++;
    if (question.cover() == null) {
      always.add(question);
    } else if (byTerm != null) {
      addByTerm(question);
    } else {
      worded = worded.isEmpty() ? new ArrayList<>(2) : worded;
      worded.add(question);
      if (worded.size() > MANY) {
        byTerm = new LongTable<>();
        worded.forEach(this::addByTerm);
        worded = List.of();
      }
    }
  }

  private void addByTerm(Question question) {
    fields.addAll(question.words().fields());
    for (long term : question.cover()) {
      List<Question> there = byTerm.get(term);
      if (there == null) {
        there = new ArrayList<>(1);
        byTerm.put(term, there);
      }
      there.add(question);
    }
  }

  /** Takes one away that stands here; true where none is left. */
  boolean remove(Question question) {
    size--;
    if (question.cover() == null) {
      always.remove(question);
    } else if (byTerm == null) {
      worded.remove(question);
    } else {
      for (long term : question.cover()) {
        List<Question> there = byTerm.get(term);
        there.remove(question);
        if (there.isEmpty()) {
          byTerm.remove(term);
        }
      }
    }
    return size == 0;
  }

  void each(Texts.OfFinding texts, Consumer<Question> candidate) {
    give(always, candidate);
    give(worded, candidate);
    if (byTerm != null) {
      for (WordField field : fields) {
        for (long term : texts.get(field).hashes()) {
          List<Question> there = byTerm.get(term);
          if (there != null) {
            give(there, candidate);
          }
        }
      }
    }
  }

  private static void give(List<Question> questions, Consumer<Question> candidate) {
    for (int i = 0; i < questions.size(); i++) {
      candidate.accept(questions.get(i));
    }
  }
}
