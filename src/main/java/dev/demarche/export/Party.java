package dev.demarche.export;

/**
 * Who does something, or to whom it is done. Whatever is not known is null.
 *
 * @param name     canonical name
 * @param raw      as the text names it
 * @param country  ISO 3166-1 alpha-3, or PLOVER's IGO
 * @param sector   PLOVER's primary code, such as GOV
 * @param title    the office held on the day
 * @param id       of the catalogue
 * @param wikidata id there
 */
public record Party(String name, String raw, String country, String sector, String title, String id, String wikidata) {
  static final Party NOBODY = new Party(null, null, null, null, null, null, null);
}
