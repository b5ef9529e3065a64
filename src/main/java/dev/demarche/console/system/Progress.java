package dev.demarche.console.system;

/**
 * How far the console itself has read.
 *
 * @param behind   records of the topics that it has not read yet
 * @param caughtUp whether it has read what there was when it started
 */
public record Progress(long behind, boolean caughtUp) {}
