package dev.demarche.domain;

/** In which part a watched actor stands: speaker of a statement, holder of a stance or setter of a condition, target, or merely mentioned. */
public enum Role { SPEAKER, HOLDER, TARGET, MENTIONED }
