package dev.demarche.console.access;

import java.net.URI;
import java.util.Objects;

/**
 * An OpenID provider, and what its tokens must say.
 *
 * @param issuer   as in the claim {@code iss}; its discovery document lies below it. https, but for one on this machine
 * @param audience that the claim {@code aud} must name
 * @param roles    claim that lists roles; dots go into objects, as in {@code realm_access.roles}
 * @param editor   role by which one is an editor
 * @param reader   role by which one is a reader
 */
public record Provider(URI issuer, String audience, String roles, String editor, String reader) {
  public Provider {
    if (!isSafe(issuer)) {
      throw new IllegalArgumentException("\"" + issuer + "\" is no address of https");
    }
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(roles, "roles");
    Objects.requireNonNull(editor, "editor");
    Objects.requireNonNull(reader, "reader");
  }

  /** Whether what comes from {@code uri} can have been changed by nobody on the way. */
  static boolean isSafe(URI uri) {
    String host = uri.getHost();
    return host != null && ("https".equalsIgnoreCase(uri.getScheme())
        || ("http".equalsIgnoreCase(uri.getScheme()) && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"))));
  }

  /** Where the provider tells of itself. Source: OpenID Connect Discovery 1.0, section 4. */
  URI discovery() {
    return URI.create(issuer.toString().replaceAll("/$", "") + "/.well-known/openid-configuration");
  }
}
