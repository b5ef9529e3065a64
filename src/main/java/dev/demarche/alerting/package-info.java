/**
 * An alert's life as pure functions: which hits tell something new, which were told before, and when people are told.
 *
 * <p>Enter by {@link dev.demarche.alerting.Trigger}: it takes a hit and the {@link dev.demarche.alerting.Utterances} that are known of
 * the same watch, kind, actor and act, and answers with a {@link dev.demarche.alerting.Decision}, which holds its reason and what to
 * remember. What a trigger counts is kept in {@link dev.demarche.alerting.Episodes}, who is waited for in
 * {@link dev.demarche.alerting.Vigil}; how far all is taken to have come says {@link dev.demarche.alerting.Frontier}. Of which alerts people are
 * told together, and when, says {@link dev.demarche.alerting.Group}, of which they are not {@link dev.demarche.alerting.Silences} and
 * {@link dev.demarche.alerting.Inhibitions}, with the matchers that routes have, too. Whoever stores utterances finds the key in
 * {@link dev.demarche.alerting.Utterances#keyOf}. Imports {@code dev.demarche.domain} and RE2/J only; knows no Kafka, HTTP or JSON; no function
 * here reads a clock.
 */
package dev.demarche.alerting;
