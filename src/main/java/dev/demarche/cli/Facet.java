package dev.demarche.cli;

import java.util.Locale;

/** By what records can be asked for on the command line; each is an option of {@link Filter}. */
enum Facet {
  ACTOR, ACT, TARGET, ISSUE, PUBLISHER, WATCH;

  /** The option that asks by it. */
  String option() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }
}
