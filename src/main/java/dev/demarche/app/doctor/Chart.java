package dev.demarche.app.doctor;

import java.util.ArrayList;
import java.util.List;

/** Takes down what the checks find. Not for use by several threads. */
final class Chart {
  private final List<String> facts = new ArrayList<>();
  private final List<Ailment> ailments = new ArrayList<>();

  void fact(String line) {
    facts.add(line);
  }

  void error(String code, String what, String mend) {
    ailments.add(new Ailment(Grade.ERROR, code, what, mend));
  }

  void warning(String code, String what, String mend) {
    ailments.add(new Ailment(Grade.WARNING, code, what, mend));
  }

  void note(String code, String what, String mend) {
    ailments.add(new Ailment(Grade.NOTE, code, what, mend));
  }

  Diagnosis diagnosis(boolean reached) {
    return new Diagnosis(reached, facts, ailments);
  }
}
