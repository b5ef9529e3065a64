package dev.demarche.ingest.web;

import dev.demarche.topics.DeadLetter.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** What the web said to a request. */
public sealed interface Answer {

  /**
   * A body was read as a whole.
   *
   * @param uri         where it was found in the end
   * @param moved       where the address has moved for good, or null
   * @param contentType as the server wrote it, or null
   * @param bytes       unpacked
   * @param caching     what the server said of keeping it
   */
  record Body(URI uri, URI moved, String contentType, byte[] bytes, Caching caching) implements Answer {}

  /** Nothing new since the last time (304). */
  record Unchanged(URI uri, URI moved, Caching caching) implements Answer {}

  /**
   * There is none.
   *
   * @param reason     of the dead letter
   * @param message    what is wrong, naming the address
   * @param mend       what to do
   * @param passing    whether another attempt may succeed
   * @param retryAfter when the server wants to be asked again, or null
   */
  record Failure(Reason reason, String message, String mend, boolean passing, Duration retryAfter) implements Answer {
    public Failure {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(mend, "mend");
    }
  }

  /**
   * What a server said of keeping its answer.
   *
   * @param etag         or null
   * @param lastModified as the server wrote it, or null
   * @param maxAge       of {@code Cache-Control}, or null
   */
  record Caching(String etag, String lastModified, Duration maxAge) {}
}
