package dev.demarche.tagging.stances;

/** What is known of a phrase that may name a holder or a target, beside its vector. */
enum PartyFeature {
  NAMED, PERSON, ORGANIZATION, COUNTRY, PLACE, COMMON_PERSON, COMMON_PEOPLE, COMMON_BODY, PRONOUN, FIRST_PERSON, INNER, OWNS, SOURCE, QUOTED,
  FIRST_OF_SENTENCE, HAS_NAME_INSIDE, PLURAL, INDEFINITE
}
