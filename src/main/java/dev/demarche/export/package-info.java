/**
 * Stances as event data: the categories, quad codes, countries, sectors and columns of PLOVER (Open Event Data Alliance), written as tables.
 *
 * <p>Enter by {@link dev.demarche.export.PloverCoder}. May import {@code tagging} (for sentences), {@code topics} (for JSON) and {@code domain}; never
 * the other parts on its level.
 */
package dev.demarche.export;
