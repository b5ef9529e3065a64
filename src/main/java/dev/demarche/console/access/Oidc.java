package dev.demarche.console.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.demarche.console.web.Visitor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bearer tokens that an OpenID provider signs (JWT, RFC 7519): the signature by one of the provider's keys, with RSA or elliptic curves and nothing else; the
 * issuer, the audience, and the time, with 60 s for clocks that differ. Keys are kept for 15 minutes; one that is not known is asked for, twice in half a
 * minute at most; where the provider is down, the last ones serve for 4 hours. Safe for use by several threads.
 */
public final class Oidc implements Bearers {
  private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);
  private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.ES256,
      JWSAlgorithm.ES384, JWSAlgorithm.ES512);
  private static final int SKEW_SECONDS = 60;
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Duration REFRESH = Duration.ofSeconds(15);
  private static final Duration BETWEEN = Duration.ofSeconds(30);
  private static final Duration OUTAGE = Duration.ofHours(4);
  private static final int LONGEST_NAME = 100;

  private final Provider provider;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /** Tokens of {@code provider}, which is asked for its keys when the first token comes. */
  public Oidc(Provider provider) {
    this.provider = Objects.requireNonNull(provider, "provider");
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, JWKSourceBuilder.create(new ProviderKeys(provider))
        .cache(KEPT.toMillis(), REFRESH.toMillis()).refreshAheadCache(false).rateLimited(BETWEEN.toMillis()).outageTolerant(OUTAGE.toMillis()).build()));
    DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(provider.audience(),
        new JWTClaimsSet.Builder().issuer(provider.issuer().toString()).build(), Set.of("sub", "exp"));
    claims.setMaxClockSkew(SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
  }

  @Override
  public Answer whose(String token) {
    SignedJWT jwt;
    try {
      jwt = SignedJWT.parse(token);
    } catch (ParseException e) {
      return new Unknown("this token is not known", true);
    }
    try {
      return visitor(processor.process(jwt, null));
    } catch (RateLimitReachedException e) {
      return new Undecided("its key is not known, and the provider was asked for its keys a moment ago");
    } catch (KeySourceException e) {
      LOG.warn("tokens of {} cannot be checked: {}", provider.issuer(), e.getMessage());
      return new Undecided("its signature cannot be checked, for the provider's keys cannot be had");
    } catch (BadJOSEException | JOSEException e) {
      LOG.debug("a token of {} was refused: {}", provider.issuer(), e.getMessage());
      return new Unknown("the token is not one of " + provider.issuer() + " for this console, or no longer good", false);
    }
  }

  private Answer visitor(JWTClaimsSet claims) {
    Collection<String> roles = roles(claims);
    String name = name(claims);
    if (roles.contains(provider.editor())) {
      return new Known(new Visitor(name, Visitor.Role.EDITOR));
    } else if (roles.contains(provider.reader())) {
      return new Known(new Visitor(name, Visitor.Role.READER));
    }
    return new Powerless(name, "Ask for " + provider.reader() + " or " + provider.editor() + " in the claim " + provider.roles() + ".");
  }

  private Collection<String> roles(JWTClaimsSet claims) {
    // A claim may bear dots in its own name, as those that are addresses do.
    Object at = claims.getClaim(provider.roles());
    if (at == null) {
      at = claims.getClaims();
      for (String step : provider.roles().split("\\.")) {
        at = at instanceof Map<?, ?> object ? object.get(step) : null;
      }
    }
    if (at instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return at instanceof String text ? Arrays.asList(text.split("[ ,]+")) : List.of();
  }

  private static String name(JWTClaimsSet claims) {
    for (String claim : List.of("preferred_username", "email", "sub")) {
      String name = claims.getClaim(claim) instanceof String text ? text.replaceAll("\\p{Cntrl}", "").strip() : "";
      if (!name.isEmpty()) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
      }
    }
    return "?";
  }
}
