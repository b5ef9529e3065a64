package dev.demarche.console.index;

import java.util.Locale;

/**
 * How far the topics were read.
 *
 * @param caughtUp   whether all was read, since the start, that the topics held at some time
 * @param behind     how many records there are to read, roughly; -1 while that is not known
 * @param unreadable how many records were passed over because they cannot be read
 */
public record Progress(boolean caughtUp, long behind, long unreadable) {

  /** A line for people who might miss something; empty once all was read. */
  public String line() {
    return caughtUp ? "" : behind < 0 ? "The topics are about to be read: nothing, or not all, is shown yet."
        : String.format(Locale.ROOT, "The topics are being read: about %,d records to go, and not all is shown yet.", behind);
  }
}
