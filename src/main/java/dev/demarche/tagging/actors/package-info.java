/**
 * Canonical names: whom the names, offices, bodies and pronouns of an article mean, and who the speakers of its statements are.
 *
 * <p>Enter by {@link dev.demarche.tagging.actors.Cast}, then {@link dev.demarche.tagging.actors.Speakers}. Imports {@code domain},
 * {@code tagging.text}, {@code tagging.mentions} and {@code tagging.statements}.
 */
package dev.demarche.tagging.actors;
