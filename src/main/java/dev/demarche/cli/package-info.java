/**
 * The command line, one class a command. Enter by {@link dev.demarche.cli.Main}.
 *
 * <p>Imports everything; nothing imports it.
 */
package dev.demarche.cli;
