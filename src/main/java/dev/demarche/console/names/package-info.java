/**
 * What actors and issues are called, as the catalogues have it now. Enter by {@link dev.demarche.console.names.Rolls}. Imports {@code console.index} and
 * {@code domain} only.
 */
package dev.demarche.console.names;
