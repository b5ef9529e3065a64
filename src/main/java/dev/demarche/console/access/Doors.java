package dev.demarche.console.access;

import dev.demarche.console.web.Entrance;
import dev.demarche.console.web.Proxies;
import dev.demarche.console.web.Visitor;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The ways into the console: a header {@code Authorization: Bearer TOKEN}, else the cookie of a session, else, where that is wanted, sitting at this machine.
 * A token that is given and wrong is refused, whatever else would let in. Safe for use by several threads.
 */
public final class Doors implements Entrance {
  private static final String SECURE_COOKIE = "__Host-demarche";
  private static final String COOKIE = "demarche";
  private static final String BEARER = "Bearer ";
  private static final int MOST_CHARACTERS = 16_384;

  private final Bearers bearers;
  private final Entrance here;
  private final Proxies proxies;
  private final Sessions sessions;
  private final Attempts attempts;

  /**
   * The ways.
   *
   * @param bearers knows tokens; {@link Bearers#NONE} where none are
   * @param here    the entrance of this machine, or null: it has none
   * @param proxies that are believed
   */
  public Doors(Bearers bearers, Entrance here, Proxies proxies, Clock clock) {
    this.bearers = Objects.requireNonNull(bearers, "bearers");
    this.here = here;
    this.proxies = Objects.requireNonNull(proxies, "proxies");
    this.sessions = new Sessions(clock);
    this.attempts = new Attempts(clock);
  }

  @Override
  public Answer admit(Context context) {
    if (takesTokens()) {
      String header = context.header("Authorization");
      if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
        Answer answer = present(context, header.substring(BEARER.length()).strip());
        return answer instanceof Admitted admitted ? new Admitted(admitted.visitor(), false) : answer;
      }
      Optional<Visitor> signedIn = signedIn(context);
      if (signedIn.isPresent()) {
        return new Admitted(signedIn.get(), true);
      }
    }
    if (here != null) {
      Answer answer = here.admit(context);
      if (answer instanceof Admitted || !takesTokens()) {
        return answer;
      }
    }
    return takesTokens() ? new Refused(401, "This console asks who you are.", "Sign in, or send the header \"Authorization: Bearer TOKEN\".", 0)
        : new Refused(401, "This console lets in nobody yet.", "Whoever runs it sets console.tokens or console.oidc.issuer.", 0);
  }

  /** Whether there is any token by which one could come in. */
  boolean takesTokens() {
    return bearers != Bearers.NONE;
  }

  /** Who is let in by {@code token}, or why nobody is; counts wrong ones against the address from which they come. */
  Answer present(Context context, String token) {
    String address = proxies.client(context);
    Duration wait = attempts.wait(address);
    if (!wait.isZero()) {
      int seconds = (int) wait.toSeconds() + 1;
      return new Refused(429, "Too many wrong tokens came from this address.", "Try again in " + seconds + " s.", seconds);
    }
    Bearers.Answer answer = token.isEmpty() || token.length() > MOST_CHARACTERS ? new Bearers.Unknown("this is no token", true) : bearers.whose(token);
    if (answer instanceof Bearers.Known known) {
      return new Admitted(known.visitor(), true);
    } else if (answer instanceof Bearers.Powerless powerless) {
      return new Refused(403, powerless.name() + " has no role here.", powerless.mend(), 0);
    } else if (answer instanceof Bearers.Undecided undecided) {
      return new Refused(503, "Nobody can be let in by such a token now: " + undecided.why() + ".", "Try again in a minute.", 60);
    }
    Bearers.Unknown unknown = (Bearers.Unknown) answer;
    if (unknown.guess()) {
      attempts.wrong(address);
    }
    return new Refused(401, "Not let in: " + unknown.why() + ".", "Look whether it is the whole token, and still good.", 0);
  }

  /** Who signed in by this browser; empty where nobody did, or no longer. */
  Optional<Visitor> signedIn(Context context) {
    return id(context).flatMap(sessions::token).map(bearers::whose).flatMap(whose -> whose instanceof Bearers.Known known ? Optional.of(known.visitor())
        : Optional.empty());
  }

  /** Begins a session by {@code token}, and has the browser keep it; one that was before ends. */
  void signIn(Context context, String token) {
    id(context).ifPresent(sessions::end);
    keep(context, sessions.begin(token), (int) Sessions.LONGEST.toSeconds());
  }

  /** Ends the session. */
  void signOut(Context context) {
    id(context).ifPresent(sessions::end);
    keep(context, "", 0);
    context.header("Clear-Site-Data", "\"cache\"");
  }

  private Optional<String> id(Context context) {
    return Optional.ofNullable(context.cookie(proxies.isSecure(context) ? SECURE_COOKIE : COOKIE)).filter(id -> !id.isBlank());
  }

  private void keep(Context context, String id, int seconds) {
    boolean secure = proxies.isSecure(context);
    context.cookie(new Cookie(secure ? SECURE_COOKIE : COOKIE, id, "/", seconds, secure, true, null, SameSite.STRICT));
  }
}
