package dev.demarche.watching;

import java.util.Objects;

/** Says why words are no query. */
public final class RefusedWords extends Exception {

  private static final long serialVersionUID = 1;

  private final String mend;

  RefusedWords(String message, String mend) {
    super(message, null, false, false);
    this.mend = Objects.requireNonNull(mend, "mend");
  }

  /** What to do about it. */
  public String mend() {
    return mend;
  }
}
