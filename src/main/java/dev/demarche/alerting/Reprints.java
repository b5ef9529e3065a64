package dev.demarche.alerting;

import dev.demarche.domain.CopyIndex;
import dev.demarche.domain.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which texts utterances were reported, so that those which a text copies are found without comparing it with each. Shared by all states of the
 * same utterances: it may hold what a state does not, so the answer is checked against it. Safe for use by several threads.
 */
final class Reprints {
  private static final int SLACK = 64;

  /** A text that reported an utterance. */
  private record Reprint(String utterance, String fingerprint) {}

  private final CopyIndex index = new CopyIndex(Integer.MAX_VALUE);
  private final List<Reprint> reprints = new ArrayList<>();
  private final Set<Reprint> known = new HashSet<>();

  /** What {@code open} were reported in. */
  Reprints(List<Utterance> open) {
    open.forEach(this::add);
  }

  /** Adds the texts of {@code utterance} that are new. */
  synchronized void add(Utterance utterance) {
    for (String fingerprint : utterance.coverage().fingerprints()) {
      Reprint reprint = new Reprint(utterance.id(), fingerprint);
      Fingerprint print = known.contains(reprint) ? null : Fingerprint.read(fingerprint);
      if (print != null) {
        index.add(print);
        reprints.add(reprint);
        known.add(reprint);
      }
    }
  }

  /** Whether it holds so much of what {@code open} no longer do that it should be made anew. */
  synchronized boolean isStale(List<Utterance> open) {
    return reprints.size() > SLACK + 2 * open.stream().mapToInt(utterance -> utterance.coverage().fingerprints().size()).sum();
  }

  /** The ids of those of {@code open} that were reported in a text which {@code encoded} is a copy of, or which is a copy of it. */
  synchronized Set<String> copiedBy(String encoded, List<Utterance> open) {
    Fingerprint print = Fingerprint.read(encoded);
    if (print == null || reprints.isEmpty()) {
      return Set.of();
    }
    Set<String> ids = new HashSet<>();
    Map<String, Utterance> byId = null;
    for (int number : index.copiesOf(print)) {
      Reprint reprint = reprints.get(number);
      if (byId == null) {
        byId = new HashMap<>();
        for (Utterance utterance : open) {
          byId.put(utterance.id(), utterance);
        }
      }
      Utterance utterance = byId.get(reprint.utterance);
      if (utterance != null && utterance.coverage().fingerprints().contains(reprint.fingerprint)) {
        ids.add(reprint.utterance);
      }
    }
    return ids;
  }
}
