/**
 * Catalogues as files: packs of actors, issues and watches in YAML, read into domain records; whatever is wrong with them is told with
 * file, line, field and mend, all of it at once.
 *
 * <p>Enter by {@link dev.demarche.catalogue.Packs} for a folder or what is bundled, by {@link dev.demarche.catalogue.PackReader} for one
 * text, and by {@link dev.demarche.catalogue.CrossCheck} for what only shows across packs. Imports {@code domain}, {@code java.*} and
 * SnakeYAML. All types are immutable or without state, safe for use by several threads.
 */
package dev.demarche.catalogue;
