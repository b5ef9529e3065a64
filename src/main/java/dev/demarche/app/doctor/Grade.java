package dev.demarche.app.doctor;

/** How bad an ailment is. */
public enum Grade {
  /** The stream does not run, or loses or doubles something. */
  ERROR,
  /** The stream runs, but not as it should, or not for long. */
  WARNING,
  /** Good to know; nothing needs to be done. */
  NOTE
}
