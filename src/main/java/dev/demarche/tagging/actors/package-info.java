/**
 * Canonical names: whom the names, offices, bodies and pronouns of an article mean, and who the speakers of its statements are.
 *
 * <p>Enter by {@link dev.demarche.tagging.actors.Cast}, which answers, then {@link dev.demarche.tagging.actors.Speakers}. To follow how a phrase
 * gets its name, read in this order:
 * <ol>
 * <li>{@link dev.demarche.tagging.actors.CastReader} goes through the article once and asks the others; what it finds stands in
 *     {@link dev.demarche.tagging.actors.Meanings}, and as {@link dev.demarche.tagging.actors.Who} with its
 *     {@link dev.demarche.tagging.actors.Reason};
 * <li>names: {@link dev.demarche.tagging.actors.NameResolver};
 * <li>common nouns: {@link dev.demarche.tagging.actors.Nominals}, with {@link dev.demarche.tagging.actors.Offices} and
 *     {@link dev.demarche.tagging.actors.Descriptions}; where nobody is named, {@link dev.demarche.tagging.actors.OwnWords};
 * <li>pronouns: {@link dev.demarche.tagging.actors.Salience} gathers the candidates, {@link dev.demarche.tagging.actors.Scene} looks at each
 *     ({@link dev.demarche.tagging.actors.Feature}, {@link dev.demarche.tagging.actors.Grammar},
 *     {@link dev.demarche.tagging.actors.GenderSigns}), {@link dev.demarche.tagging.actors.LearnedRanker} chooses; "who" has
 *     {@link dev.demarche.tagging.actors.Relatives}.
 * </ol>
 *
 * <p>Imports {@code domain}, {@code tagging.text}, {@code tagging.mentions} and {@code tagging.statements}.
 */
package dev.demarche.tagging.actors;
