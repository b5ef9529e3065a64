package dev.demarche.console.watches;

import dev.demarche.domain.Watch;
import java.util.Objects;

/**
 * A trial of a draft as it stands at a moment.
 *
 * @param id    of the trial, not to be guessed
 * @param watch that is tried
 * @param days  how far it looks back
 * @param state where it stands
 * @param read  how many records were read
 * @param why   it has not come to an end, or null
 * @param mend  what to do about it, or null
 * @param tried what it came to once it is DONE, else null
 */
public record Trial(String id, Watch watch, int days, State state, long read, String why, String mend, Tried tried) {

  /** WAITING: others go before. STOPPED: somebody wanted no more of it. */
  public enum State { WAITING, RUNNING, DONE, FAILED, STOPPED }

  public Trial {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(watch, "watch");
    Objects.requireNonNull(state, "state");
  }

  /** Whether nothing changes any more. */
  public boolean ended() {
    return state != State.WAITING && state != State.RUNNING;
  }

  Trial running(long records) {
    return ended() ? this : new Trial(id, watch, days, State.RUNNING, records, null, null, null);
  }

  Trial done(Tried result) {
    return ended() ? this : new Trial(id, watch, days, State.DONE, read, null, null, result);
  }

  Trial failed(String reason, String remedy) {
    return ended() ? this : new Trial(id, watch, days, State.FAILED, read, reason, remedy, null);
  }

  Trial stopped() {
    return ended() ? this : new Trial(id, watch, days, State.STOPPED, read, null, null, null);
  }
}
