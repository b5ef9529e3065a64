package dev.demarche.evaluation;

/** A corpus or a tagged file cannot be used; the message names the file, the line where there is one, what is wrong and its mend. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message);
  }

  EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
