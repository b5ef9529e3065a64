package dev.demarche.console.positions;

import dev.demarche.domain.Side;
import java.util.Locale;

/** How a stand is shown: by a word, and by a class whose sign tells it apart without its colour. */
public enum Standing {
  FOR("pro"), AGAINST("contra"), DEMANDING("demand"), MIXED("mixed"), NEUTRAL("neutral");

  private final String style;

  Standing(String style) {
    this.style = style;
  }

  /** That of a side; what a shift calls conditional is shown as mixed. */
  public static Standing of(Side side) {
    return switch (side) {
      case FOR -> FOR;
      case AGAINST -> AGAINST;
      case DEMAND -> DEMANDING;
      case CONDITIONAL -> MIXED;
      case NEITHER -> NEUTRAL;
    };
  }

  /** Class in the style sheet. */
  public String style() {
    return style;
  }

  /** In words. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
