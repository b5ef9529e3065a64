package dev.demarche.watching;

import dev.demarche.domain.Problem;

/** Ends the compilation of a watch; never leaves this package. */
final class RefusedWatch extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  RefusedWatch(String field, String message, String mend) {
    super(message, null, false, false);
    this.problem = new Problem(field, message, mend);
  }

  Problem problem() {
    return problem;
  }
}
