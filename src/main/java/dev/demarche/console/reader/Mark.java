package dev.demarche.console.reader;

import java.util.Objects;

/**
 * A range of the text that something was found in.
 *
 * @param begin first UTF-16 code unit
 * @param end   behind the last one
 * @param layer what it is part of
 * @param of    anchor of the finding, the same for all of its ranges, or null
 * @param id    whether this is the range that the anchor leads to
 * @param link  where a click goes, or null
 * @param card  id of the element beside the text that tells more, or null
 * @param tone  further class, or null
 * @param label what a screen reader says of the handle, or null
 * @param note  of this range alone, or null
 */
public record Mark(int begin, int end, Layer layer, String of, boolean id, String link, String card, String tone, String label, String note) {

  public Mark {
    Objects.requireNonNull(layer, "layer");
  }

  /** This within {@code text}: what lies outside of it is cut off, and no surrogate pair is parted. */
  Mark within(String text) {
    int from = snap(text, begin, -1);
    int to = snap(text, end, 1);
    return from == begin && to == end ? this : new Mark(from, to, layer, of, id, link, card, tone, label, note);
  }

  private static int snap(String text, int offset, int by) {
    int at = Math.max(0, Math.min(offset, text.length()));
    boolean parts = at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
    return parts ? at + by : at;
  }
}
