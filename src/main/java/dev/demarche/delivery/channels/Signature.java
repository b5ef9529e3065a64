package dev.demarche.delivery.channels;

import dev.demarche.catalogue.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures after the Standard Webhooks specification, symmetric, version 1. */
public final class Signature {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * The value of {@code webhook-signature}: for each key, {@code v1,} and the base64 of HMAC-SHA256 over id, time and body.
   *
   * @param keys {@code whsec_} and base64
   * @param time of the attempt; counts in whole seconds
   */
  public static String of(List<Secret> keys, String id, Instant time, byte[] body) {
    return keys.stream().map(key -> "v1," + sign(key, id, time, body)).collect(Collectors.joining(" "));
  }

  private static String sign(Secret key, String id, Instant time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.value().substring(PREFIX.length())), ALGORITHM));
      mac.update((id + "." + time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }
}
