/**
 * What actors do towards each other, in words or deeds, and what they make to depend on what.
 *
 * <p>Enter by {@link dev.demarche.tagging.stances.StanceFinder} and {@link dev.demarche.tagging.stances.ConditionFinder}. The verbs and what
 * they do stand in {@code acts.txt}. Imports {@code domain} and the other packages of {@code tagging} that are named in its
 * {@code package-info}.
 */
package dev.demarche.tagging.stances;
