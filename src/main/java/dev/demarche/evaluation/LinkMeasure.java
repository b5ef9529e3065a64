package dev.demarche.evaluation;

/** What is counted of links to a catalogue. */
enum LinkMeasure {
  /** Annotated names of what Wikidata knows, and how many of them the catalogue holds. */
  HELD,
  /** Names of what the catalogue holds. */
  NAME,
  /** Pronouns and common nouns that stand for what the catalogue holds. */
  COREFERENCE
}
