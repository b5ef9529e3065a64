package dev.demarche.console.positions;

import dev.demarche.network.LocalRequest;
import io.javalin.http.Context;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * By what instances know each other when one asks another. Without a token only those of one machine are answered. A browser never is: what a visitor may
 * see is asked of the instance that the visitor was let in to.
 */
public final class InstanceToken {
  private static final String BEARER = "Bearer ";

  private final String token;
  private final LocalRequest local;

  /**
   * A token.
   *
   * @param token the same for all instances; null or blank for none
   * @param local tells requests of this machine
   */
  public InstanceToken(String token, LocalRequest local) {
    this.local = Objects.requireNonNull(local, "local");
    this.token = token == null || token.isBlank() ? null : token.strip();
  }

  /** Adds to a request what the other instance asks for. */
  void sign(HttpRequest.Builder request) {
    if (token != null) {
      request.header("Authorization", BEARER + token);
    }
  }

  /** Whether another instance asks. */
  boolean admits(Context context) {
    if (context.header("Sec-Fetch-Site") != null || context.header("Origin") != null) {
      return false;
    }
    if (token == null) {
      return local.refuse(context.req().getRemoteAddr(), context::header).isEmpty();
    }
    String given = context.header("Authorization");
    return given != null && MessageDigest.isEqual((BEARER + token).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
