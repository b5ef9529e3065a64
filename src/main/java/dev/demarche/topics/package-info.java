/**
 * What stands on the Kafka topics: their names, the bytes of their keys, values and headers, and the topics themselves as code.
 *
 * <p>Enter by {@link dev.demarche.topics.Topics} for what is written and read, by {@link dev.demarche.topics.ArticleCodec} for articles
 * that come from outside, and by {@link dev.demarche.topics.TopicFiles} for the topics as code. May import {@code domain}, Jackson,
 * Kafka's clients and SnakeYAML; never Kafka Streams.
 */
package dev.demarche.topics;
