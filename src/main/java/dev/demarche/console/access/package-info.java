/**
 * Who may enter the console: tokens from a file, bearer tokens of an OpenID provider, and sessions of browsers that signed in with either. Enter by
 * {@link dev.demarche.console.access.Doors}, which the {@link dev.demarche.console.web.Gate} asks; {@link dev.demarche.console.access.SignInPages} is
 * where people type a token.
 */
package dev.demarche.console.access;
