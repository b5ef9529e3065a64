package dev.demarche.app.doctor;

import java.util.Comparator;
import java.util.List;

/**
 * What the doctor found.
 *
 * @param reached  whether the cluster answered
 * @param facts    what is as it should be or good to know, a line each
 * @param ailments what is wrong, the worst first
 */
public record Diagnosis(boolean reached, List<String> facts, List<Ailment> ailments) {
  private static final int HEALTHY = 0;
  private static final int UNREACHED = 1;
  private static final int AILING = 2;

  public Diagnosis {
    facts = List.copyOf(facts);
    ailments = ailments.stream().sorted(Comparator.comparing(Ailment::grade)).toList();
  }

  /** 0 healthy, 1 the cluster cannot be reached, 2 an error or a warning; notes do not count. */
  public int exitCode() {
    if (!reached) {
      return UNREACHED;
    }
    return ailments.stream().allMatch(ailment -> ailment.grade() == Grade.NOTE) ? HEALTHY : AILING;
  }
}
