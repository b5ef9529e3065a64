package dev.demarche.console.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An OpenID provider on loopback, with keys of its own. */
final class LocalProvider implements AutoCloseable {
  final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;
  final URI issuer;
  volatile String says;
  volatile List<JWK> keys;

  LocalProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/news");
    says = issuer.toString();
    serve("/realms/news/.well-known/openid-configuration", () -> "{\"issuer\":\"" + says + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
    serve("/realms/news/keys", () -> {
      asked.incrementAndGet();
      return new JWKSet(keys).toString(true);
    });
    server.start();
  }

  private void serve(String path, Supplier<String> body) {
    server.createContext(path, exchange -> {
      byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
  }

  Provider provider() {
    return new Provider(issuer, "demarche", "roles", "demarche-editor", "demarche-reader");
  }

  static RSAKey rsa(String id) throws Exception {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  static ECKey ec(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }

  /** What a good token says. */
  JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder().issuer(issuer.toString()).audience("demarche").subject("4711").claim("preferred_username", "ada")
        .claim("roles", List.of("demarche-editor")).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)));
  }

  static String sign(JWK key, JWTClaimsSet.Builder claims) throws Exception {
    JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
    SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
    jwt.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key));
    return jwt.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
