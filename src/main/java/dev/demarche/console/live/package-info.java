/**
 * What is said and done as it comes: the stream of events for programs and browsers, and the room Live. Enter by
 * {@link dev.demarche.console.live.Live}, which reads the topics into a {@code Ring} and writes from it to each viewer as fast as that one reads.
 */
package dev.demarche.console.live;
