package dev.demarche.console.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;

/** The keys of a provider, found by its discovery document; each request for them asks for both anew, so whoever uses it keeps what it got. */
final class ProviderKeys implements JWKSetSource<SecurityContext> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 1 << 20;

  private final Provider provider;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

  ProviderKeys(Provider provider) {
    this.provider = provider;
  }

  @Override
  public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context) throws KeySourceException {
    try {
      JsonNode about = Json.mapper().readTree(get(provider.discovery()));
      if (!provider.issuer().toString().equals(about.path("issuer").asText())) {
        throw new IOException("the discovery document is of another issuer, \"" + about.path("issuer").asText() + "\"");
      }
      URI keys = URI.create(about.path("jwks_uri").asText());
      if (!Provider.isSafe(keys)) {
        throw new IOException("the discovery document names no address of https for the keys");
      }
      return JWKSet.parse(get(keys));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new JWKSetUnavailableException(provider.issuer() + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()), e);
    }
  }

  private String get(URI uri) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Accept", "application/json").build();
    try {
      HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (answer.statusCode() != 200 || bytes.length > MOST_BYTES) {
          throw new IOException(uri + " answers " + answer.statusCode() + " with " + bytes.length + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    // The client's threads end with it.
  }
}
