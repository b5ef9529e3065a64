package dev.demarche.domain;

/** How much an alert matters to who set the watch. */
public enum Severity { INFO, WARNING, CRITICAL }
