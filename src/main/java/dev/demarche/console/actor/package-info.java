/**
 * The rooms of actors: whom the news are about, and of each what is known of him, her or it. Enter by {@link dev.demarche.console.actor.ActorPages} and
 * {@link dev.demarche.console.actor.ActorApi}; drawings are laid out here, as records, and only written down by the templates.
 */
package dev.demarche.console.actor;
