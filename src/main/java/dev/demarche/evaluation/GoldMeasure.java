package dev.demarche.evaluation;

import java.util.Locale;

/** What is measured on gold articles, in the order in which it is shown. */
enum GoldMeasure {
  /** Canonical names that are given to something: recall alone, since their list is not complete. */
  ACTORS,
  /** Statements by their content. */
  CONTENT,
  /** And by their speaker. */
  SPEAKER,
  /** Stances by holder, act and evidence. */
  STANCE,
  /** And by target. */
  STANCE_TARGET,
  /** Conditions by antecedent and consequence. */
  CONDITION,
  /** And by who sets them. */
  CONDITION_BY;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '+');
  }

  boolean recallAlone() {
    return this == ACTORS;
  }
}
