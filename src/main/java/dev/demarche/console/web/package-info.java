/**
 * What every page of the console is made with: the frame around it, styles and scripts from the jar, who asks. Enter by
 * {@link dev.demarche.console.web.Pages}. Templates lie in {@code src/main/jte} and are compiled with the classes; they escape whatever they print.
 */
package dev.demarche.console.web;
