package dev.demarche.tagging.actors;

/** What a noun phrase does in its clause, as far as parts of speech tell. */
enum Role { SUBJECT, OBJECT, POSSESSOR, PREPOSITIONAL, APPOSITION, MODIFIER, OTHER }
