package dev.demarche.domain;

/** What a statement's speaker is. GROUP: several unnamed ("top aides"); ANONYMOUS: one unnamed ("a senior official"). */
public enum SpeakerKind { PERSON, ORGANIZATION, COUNTRY, GROUP, ANONYMOUS, DOCUMENT, MEDIA, UNKNOWN }
