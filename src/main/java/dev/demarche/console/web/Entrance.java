package dev.demarche.console.web;

import io.javalin.http.Context;
import java.util.Objects;

/** Decides who asks, and whether they may come in. Safe for use by several threads. */
@FunctionalInterface
public interface Entrance {

  /** Who asks in this request, or why nobody is let in. Writes nothing to the answer. */
  Answer admit(Context context);

  /** What is decided. */
  sealed interface Answer {}

  /**
   * Somebody is let in.
   *
   * @param visitor who
   * @param cookie  whether a session's cookie says so, which a browser sends by itself
   */
  record Admitted(Visitor visitor, boolean cookie) implements Answer {
    public Admitted {
      Objects.requireNonNull(visitor, "visitor");
    }
  }

  /**
   * Nobody is let in.
   *
   * @param status  401 where a token would help, 403 where it would not, 429 after too many wrong ones, 503 where nobody can tell
   * @param message why, for whoever asks
   * @param mend    what to do about it
   * @param seconds after which to ask again; 0 where waiting does not help
   */
  record Refused(int status, String message, String mend, int seconds) implements Answer {
    public Refused {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(mend, "mend");
    }
  }
}
