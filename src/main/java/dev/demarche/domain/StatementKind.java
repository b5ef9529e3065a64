package dev.demarche.domain;

/** How the words are given: all inside quotation marks, none of them, or part of them. */
public enum StatementKind { DIRECT, INDIRECT, MIXED }
