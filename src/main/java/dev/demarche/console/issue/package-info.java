/**
 * An issue: who stands where on it, what moved, on which conditions; and each condition's life. Enter by {@link dev.demarche.console.issue.IssuePages},
 * {@link dev.demarche.console.issue.ConditionPages} and {@link dev.demarche.console.issue.IssueApi}.
 */
package dev.demarche.console.issue;
