package dev.demarche.domain;

/** What an entity is. A capital or seat of power that acts ("the Kremlin said") is its COUNTRY; as a place it is a PLACE. */
public enum EntityType { PERSON, ORGANIZATION, COUNTRY, PLACE }
