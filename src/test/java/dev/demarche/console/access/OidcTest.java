package dev.demarche.console.access;

import static dev.demarche.console.access.LocalProvider.ec;
import static dev.demarche.console.access.LocalProvider.rsa;
import static dev.demarche.console.access.LocalProvider.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.demarche.console.web.Visitor;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OidcTest {
  private static final Bearers.Known ADA = new Bearers.Known(new Visitor("ada", Visitor.Role.EDITOR));
  private static RSAKey first;
  private static RSAKey second;
  private static ECKey third;

  private LocalProvider local;
  private Oidc oidc;

  @BeforeAll
  static void makeKeys() throws Exception {
    first = rsa("first");
    second = rsa("second");
    third = ec("third");
  }

  @BeforeEach
  void open() throws Exception {
    local = new LocalProvider();
    local.keys = List.of(first, third);
    oidc = new Oidc(local.provider());
  }

  @AfterEach
  void close() {
    local.close();
  }

  private void isRefused(String token) {
    assertThat(oidc.whose(token)).isInstanceOf(Bearers.Unknown.class);
  }

  @Test
  void aGoodTokenOfEitherKindOfKeyLetsIn() throws Exception {
    assertThat(oidc.whose(sign(first, local.claims()))).isEqualTo(ADA);
    assertThat(oidc.whose(sign(third, local.claims()))).isEqualTo(ADA);
    assertThat(local.asked).hasValue(1);
  }

  @Test
  void theRoleAndTheNameAreInClaims() throws Exception {
    assertThat(oidc.whose(sign(first, local.claims().claim("roles", "openid demarche-reader").claim("preferred_username", null).claim("email", "a@b.example"))))
        .isEqualTo(new Bearers.Known(new Visitor("a@b.example", Visitor.Role.READER)));
    assertThat(oidc.whose(sign(first, local.claims().claim("roles", List.of("demarche-editors"))))).isInstanceOf(Bearers.Powerless.class);
    assertThat(oidc.whose(sign(first, local.claims().claim("roles", null)))).isInstanceOf(Bearers.Powerless.class);
    Oidc nested = new Oidc(new Provider(local.issuer, "demarche", "realm_access.roles", "demarche-editor", "demarche-reader"));
    assertThat(nested.whose(sign(first, local.claims().claim("realm_access", Map.of("roles", List.of("demarche-editor")))))).isEqualTo(ADA);
  }

  @Test
  void whatIsExpiredNotYetGoodOrWithoutAnEndIsRefusedWithAMinuteForClocks() throws Exception {
    Instant now = Instant.now();
    isRefused(sign(first, local.claims().expirationTime(Date.from(now.minusSeconds(70)))));
    isRefused(sign(first, local.claims().notBeforeTime(Date.from(now.plusSeconds(90)))));
    isRefused(sign(first, local.claims().expirationTime(null)));
    assertThat(oidc.whose(sign(first, local.claims().expirationTime(Date.from(now.minusSeconds(30)))))).isEqualTo(ADA);
    assertThat(oidc.whose(sign(first, local.claims().notBeforeTime(Date.from(now.plusSeconds(30)))))).isEqualTo(ADA);
  }

  @Test
  void whatIsForAnotherAudienceOrFromAnotherIssuerIsRefused() throws Exception {
    isRefused(sign(first, local.claims().audience("shop")));
    isRefused(sign(first, local.claims().audience(List.<String>of())));
    isRefused(sign(first, local.claims().issuer("https://evil.example")));
    isRefused(sign(first, local.claims().issuer(null)));
    isRefused(sign(first, local.claims().subject(null)));
    assertThat(oidc.whose(sign(first, local.claims().audience(List.of("shop", "demarche"))))).isEqualTo(ADA);
  }

  @Test
  void whatIsNotSignedIsRefused() throws Exception {
    isRefused(new PlainJWT(local.claims().build()).serialize());
    String good = sign(first, local.claims());
    isRefused(good.substring(0, good.lastIndexOf('.') + 1));
    isRefused(good.substring(0, good.lastIndexOf('.')) + "." + sign(first, local.claims().subject("other")).split("\\.")[2]);
    isRefused("no token at all");
  }

  @Test
  void aPublicKeyIsNoSecret() throws Exception {
    for (byte[] secret : List.of(first.toRSAPublicKey().getEncoded(), first.toPublicJWK().toJSONString().getBytes())) {
      SignedJWT confused = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), local.claims().build());
      confused.sign(new MACSigner(secret));
      isRefused(confused.serialize());
    }
  }

  @Test
  void aKeyThatTheProviderDoesNotHaveIsRefused() throws Exception {
    isRefused(sign(second, local.claims()));
  }

  @Test
  void aKeyThatTheTokenBringsAlongIsNotUsed() throws Exception {
    SignedJWT own = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(second.toPublicJWK()).build(), local.claims().build());
    own.sign(new RSASSASigner(second));
    isRefused(own.serialize());
    SignedJWT borrowed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), local.claims().build());
    borrowed.sign(new RSASSASigner(second));
    isRefused(borrowed.serialize());
  }

  @Test
  void aRotatedKeyIsFetchedAndUnknownOnesDoNotOverrunTheProvider() throws Exception {
    assertThat(oidc.whose(sign(first, local.claims()))).isEqualTo(ADA);
    local.keys = List.of(second);
    assertThat(oidc.whose(sign(second, local.claims()))).isEqualTo(ADA);
    for (int i = 0; i < 20; i++) {
      assertThat(oidc.whose(sign(i % 2 == 0 ? first : third, local.claims()))).isInstanceOf(Bearers.Undecided.class);
    }
    assertThat(local.asked.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void whereTheProviderIsDownItsLastKeysServeAndWithoutThemNobodyCanTell() throws Exception {
    Oidc fresh = new Oidc(local.provider());
    assertThat(oidc.whose(sign(first, local.claims()))).isEqualTo(ADA);
    local.close();
    assertThat(oidc.whose(sign(first, local.claims()))).isEqualTo(ADA);
    assertThat(fresh.whose(sign(first, local.claims()))).isInstanceOf(Bearers.Undecided.class);
  }

  @Test
  void aDiscoveryDocumentOfAnotherIssuerIsNotBelieved() throws Exception {
    local.says = "https://evil.example";
    assertThat(oidc.whose(sign(first, local.claims()))).isInstanceOf(Bearers.Undecided.class);
  }

  @Test
  void aProviderWithoutTlsIsOneOnThisMachine() {
    for (String bad : List.of("http://id.example", "ftp://127.0.0.1", "id.example", "file:///etc")) {
      assertThatThrownBy(() -> new Provider(URI.create(bad), "a", "roles", "e", "r")).as(bad).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(bad);
    }
  }
}
