package dev.demarche.console.index;

/** By what findings are counted. Who: the id of the catalogue, else the name. */
public enum Facet { WHO, TARGET, ACT, POLARITY, ISSUE, PUBLISHER, LANGUAGE, KIND }
