/**
 * The room Watches: the list, the editor, trials. Enter by {@link dev.demarche.console.watches.WatchRoom}, which the pages and the API both ask. What is written goes
 * through {@link dev.demarche.console.watches.WatchDesk}, and drafts are tried by {@link dev.demarche.console.watches.DraftTrial}; both live outside.
 */
package dev.demarche.console.watches;
