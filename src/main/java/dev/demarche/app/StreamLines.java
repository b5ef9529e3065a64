package dev.demarche.app;

import dev.demarche.console.ListenAddress;
import dev.demarche.console.positions.LineStore;
import dev.demarche.pipeline.StoredLines;

/** What the console asks of the lines that the stream of this instance holds. */
public final class StreamLines implements LineStore {
  private final StoredLines stored;

  /** The lines of {@code app}. */
  public StreamLines(StreamApp app) {
    stored = app.lines();
  }

  @Override
  public Known find(String key) {
    StoredLines.Answer answer = stored.find(key);
    return new Known(answer.line(), answer.server() == null ? null : new ListenAddress(answer.server().host(), answer.server().port()), answer.lack());
  }
}
