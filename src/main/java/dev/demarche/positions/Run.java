package dev.demarche.positions;

import dev.demarche.domain.Sources;
import dev.demarche.domain.Position;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Side;
import java.time.Instant;

/**
 * Reports one after the other that put an actor on one side.
 *
 * @param target  towards whom, or null for the issue as a whole
 * @param side    which
 * @param moved   whether they answer a question of a {@link Track}
 * @param since   event time of the first
 * @param last    the last
 * @param reports how many articles they stand in
 * @param sources the independent ones
 */
record Run(String target, Side side, boolean moved, Instant since, Receipt last, int reports, Sources sources) {

  static Run first(String target, Receipt receipt) {
    return new Run(target, receipt.side(), Track.moved(receipt), receipt.at(), receipt, 1, Sources.NONE.with(receipt.article()));
  }

  Run with(Receipt receipt) {
    boolean again = last.article().id().equals(receipt.article().id());
    return new Run(target, side, moved || Track.moved(receipt), since, receipt, reports + (again ? 0 : 1), sources.with(receipt.article()));
  }

  Position.Stood stood() {
    return new Position.Stood(side, last.act(), last.polarity(), since, last.at(), sources.count(), reports, last);
  }
}
