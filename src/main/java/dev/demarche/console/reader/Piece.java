package dev.demarche.console.reader;

import java.util.List;

/** A piece of a paragraph: words, or a mark with pieces inside. */
public sealed interface Piece {

  /** Words and nothing else. */
  record Words(String text) implements Piece {}

  /**
   * A mark, or where it crosses another or a paragraph's end, a part of it.
   *
   * @param first  whether it is the first part
   * @param last   whether it is the last part
   * @param linked whether it may be a link: it has one, and stands in none
   * @param inside what stands in it, at least one piece
   */
  record Marked(Mark mark, boolean first, boolean last, boolean linked, List<Piece> inside) implements Piece {
    public Marked {
      inside = List.copyOf(inside);
    }

    /** Its classes. */
    public String style() {
      return mark.layer().style() + (mark.tone() == null ? "" : " " + mark.tone()) + (first ? " first" : "") + (last ? " last" : "");
    }

    /** Its id on the page, or null. */
    public String anchor() {
      return first && mark.id() ? mark.of() : null;
    }

    /** Number of the condition that it opens a part of, or null. */
    public String opens() {
      boolean part = mark.layer() == Layer.ANTECEDENT || mark.layer() == Layer.CONSEQUENCE;
      return first && part ? mark.note() : null;
    }

    /** Whether it ends a stance. */
    public boolean closes() {
      return last && mark.layer() == Layer.STANCE;
    }

    /** Whether it begins a statement that no cue introduces. */
    public boolean opensUncued() {
      return first && mark.layer() == Layer.CONTENT && mark.label() != null;
    }
  }
}
