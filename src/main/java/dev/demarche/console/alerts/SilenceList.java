package dev.demarche.console.alerts;

import dev.demarche.alerting.Silences;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Silence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The silences and inhibitions that there are. Safe for use by several threads. */
final class SilenceList {
  private static final int STEP = 500;
  private static final int MOST = 5_000;

  /** How a silence stands at a time. */
  enum State { ACTIVE, COMING, ENDED }

  private final Archive archive;
  private final Ahead ahead;
  private final Clock clock;

  SilenceList(Archive archive, Ahead ahead, Clock clock) {
    this.archive = archive;
    this.ahead = ahead;
    this.clock = clock;
  }

  /** How {@code silence} stands now. */
  State state(Silence silence) {
    Instant now = clock.instant();
    return silence.inForce(now) ? State.ACTIVE : silence.to().isAfter(now) ? State.COMING : State.ENDED;
  }

  /** Those that stand so, or all for null: the first to end first, and those that have ended, the last to end first, behind all others. */
  List<Silence> list(State state) {
    Comparator<Silence> next = Comparator.comparing(this::state).thenComparing((one, other) -> state(one) == State.ENDED ? other.to().compareTo(one.to())
        : one.to().compareTo(other.to())).thenComparing(Silence::id);
    return all().stream().filter(silence -> state == null || state(silence) == state).sorted(next).toList();
  }

  Optional<Silence> of(String id) {
    return all().stream().filter(silence -> silence.id().equals(id)).findFirst();
  }

  /** Those that are in force, to be asked of alerts. */
  Silences inForce() {
    Silences all = new Silences();
    for (Silence silence : list(State.ACTIVE)) {
      try {
        all.put(silence);
      } catch (IllegalArgumentException e) {
        // Others write to the topic, too: the stream has said in its log that it takes no notice of this one, and so do we.
      }
    }
    return all;
  }

  List<Inhibition> inhibitions() {
    return archive.shelf(Shelves.INHIBITIONS).find(Shelf.Filter.ALL, 0, STEP).items().stream().sorted(Comparator.comparing(Inhibition::id)).toList();
  }

  private Collection<Silence> all() {
    List<Silence> all = new ArrayList<>();
    Slice<Silence> slice;
    do {
      slice = archive.shelf(Shelves.SILENCES).find(Shelf.Filter.ALL, all.size(), STEP);
      all.addAll(slice.items());
    } while (!slice.items().isEmpty() && all.size() < Math.min(slice.total(), MOST));
    return ahead.over(all);
  }
}
