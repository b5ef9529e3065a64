/**
 * The stream: articles in, tagged articles, statements, stances, conditions, entities and alerts out, exactly once.
 *
 * <p>Enter by {@link dev.demarche.pipeline.NewsTopology}, which lists the stages by name and in order; each stage is a class of its
 * own. The only package that imports Kafka Streams. Imports {@code tagging}, {@code watching}, {@code alerting}, {@code topics} and
 * {@code domain}.
 */
package dev.demarche.pipeline;
