/**
 * Looks at a cluster as an instance with these settings would use it, changes nothing, and tells each fault with its mend. Enter by
 * {@link dev.demarche.app.doctor.Doctor}; each {@link dev.demarche.app.doctor.Check} is a class of its own.
 *
 * <p>Imports {@code app}, {@code topics} and {@code domain}; {@code app} does not know it.
 */
package dev.demarche.app.doctor;
