package dev.demarche.console.watches;

import dev.demarche.domain.Problem;
import dev.demarche.domain.Watch;
import java.util.List;
import java.util.Objects;

/** Where watches are written, with the same checks as everywhere. Safe for use by several threads. */
public interface WatchDesk {

  /**
   * A watch that stands.
   *
   * @param version offset of its record
   */
  record Standing(Watch watch, long version) {
    public Standing {
      Objects.requireNonNull(watch, "watch");
    }
  }

  /** What has come of an edit. */
  sealed interface Edit {
    /** It is written, as {@code version}. */
    record Done(long version) implements Edit {}

    /** Something else stands than was expected: {@code standing}, null where nothing does. */
    record Conflict(Standing standing) implements Edit {}

    /** Something is wrong with it, at least one. */
    record Refused(List<Problem> problems) implements Edit {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Puts {@code watch}, which is in force from the next article on.
   *
   * @param expected what the editor saw
   */
  Edit put(Watch watch, Expected expected);

  /** Takes the watch {@code id} away. */
  Edit delete(String id, Expected expected);
}
