package dev.demarche.console.reader;

import java.util.Locale;

/** What a piece of text is part of. Those of which a click goes somewhere are laid innermost. */
enum Layer {
  ANTECEDENT("conditions", false), CONSEQUENCE("conditions", false), STANCE("stances", false), CONTENT("statements", false),
  SOURCE("statements", false), MARKER("conditions", true), CUE("statements", true), ENTITY("actors", true);

  private final String group;
  private final boolean inner;

  Layer(String group, boolean inner) {
    this.group = group;
    this.inner = inner;
  }

  /** With which others it is switched on and off. */
  String group() {
    return group;
  }

  /** Whether it lies within all that are not. */
  boolean inner() {
    return inner;
  }

  /** Its class in pages. */
  String style() {
    return "l-" + name().toLowerCase(Locale.ROOT);
  }
}
