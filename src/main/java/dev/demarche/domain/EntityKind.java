package dev.demarche.domain;

/** How a text refers to an entity: by name ("Putin"), by a common noun ("the Russian leader") or by a pronoun ("he"). */
public enum EntityKind { NAME, NOMINAL, PRONOUN }
