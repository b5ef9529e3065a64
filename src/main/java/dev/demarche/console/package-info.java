/**
 * What an instance shows and takes over HTTP. Enter by {@link dev.demarche.console.HttpEndpoint}, which listens and is given its routes;
 * each group of them is a {@link dev.demarche.console.Routes}, here or in the package whose business they are.
 *
 * <p>Imports {@code topics} and {@code domain}; knows neither Kafka Streams nor settings: {@code app} hands it what it tells.
 */
package dev.demarche.console;
