package dev.demarche.console.alerts;

import dev.demarche.console.index.Archive;
import java.time.Clock;

/** What the pages and the API of alerts and silences have in common: one model, and one place where changes are made. Safe for use by several threads. */
public final class AlertRoom {
  private final SilenceList silences;
  private final Board board;
  private final Stories stories;
  private final Doing doing;

  /**
   * The alerts of {@code archive}.
   *
   * @param desk  where what people do is written
   * @param clock tells which silences are in force
   */
  public AlertRoom(Archive archive, Desk desk, Clock clock) {
    Ahead ahead = new Ahead(clock);
    silences = new SilenceList(archive, ahead, clock);
    board = new Board(archive, ahead, silences, clock);
    stories = new Stories(archive, board, silences);
    doing = new Doing(board, silences, ahead, desk, clock);
  }

  SilenceList silences() {
    return silences;
  }

  Board board() {
    return board;
  }

  Stories stories() {
    return stories;
  }

  Doing doing() {
    return doing;
  }
}
