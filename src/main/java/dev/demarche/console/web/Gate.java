package dev.demarche.console.web;

import dev.demarche.console.Admit;
import dev.demarche.console.Routes;
import dev.demarche.network.SameOrigin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Objects;
import java.util.Optional;

/**
 * Stands before every path of the endpoint: asks the {@link Entrance} who comes, holds readers to looking, refuses what pages of other sites ask for, and
 * says in each answer what the browser must not do with it. Which paths are open to more, {@link Admit} says where they are installed.
 */
public final class Gate implements Routes {
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'";
  private static final String FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=(), "
      + "browsing-topics=()";
  private static final String ASKED = "dev.demarche.asked";
  private static final String ONE_YEAR = "max-age=31536000";

  private final Entrance entrance;
  private final Refusals refusals;
  private final Proxies proxies;

  /** Tells somebody who is not let in. */
  @FunctionalInterface
  public interface Refusals {
    /** Answers the request. */
    void answer(Context context, Entrance.Refused why);
  }

  /** A gate that lets in whoever sits at this machine, as the editor "local". */
  public Gate() {
    this(new ThisMachine("local", "localhost"), plainly(new Faults(new Pages(new Assets()))), Proxies.NONE);
  }

  /**
   * A gate.
   *
   * @param entrance decides who comes in
   * @param refusals tells whoever does not
   * @param proxies  that are believed
   */
  public Gate(Entrance entrance, Refusals refusals, Proxies proxies) {
    this.entrance = Objects.requireNonNull(entrance, "entrance");
    this.refusals = Objects.requireNonNull(refusals, "refusals");
    this.proxies = Objects.requireNonNull(proxies, "proxies");
  }

  /** Refusals as any other fault. */
  public static Refusals plainly(Faults faults) {
    return (context, why) -> faults.answer(context, why.status(), why.message(), why.mend());
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.before(this::forbid);
    // What a path admits is known once it is matched. Where none is, nothing was asked yet: strangers are not told what there is.
    routes.beforeMatched(context -> {
      context.attribute(ASKED, true);
      if (!context.routeRoles().contains(Admit.ANYONE)) {
        enter(context);
      }
    });
    routes.error(404, context -> {
      if (context.attribute(ASKED) == null) {
        enter(context);
      }
    });
  }

  private void enter(Context context) {
    Entrance.Answer answer = entrance.admit(context);
    if (answer instanceof Entrance.Admitted admitted) {
      admitted.visitor().enter(context);
      refuse(context, admitted).ifPresent(why -> turnAway(context, why));
    } else {
      turnAway(context, (Entrance.Refused) answer);
    }
  }

  private void forbid(Context context) {
    context.header("Content-Security-Policy", POLICY).header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin").header("Cross-Origin-Resource-Policy", "same-origin").header("X-Frame-Options", "DENY")
        .header("Permissions-Policy", FEATURES).header("Cache-Control", "no-store");
    if (proxies.isSecure(context)) {
      context.header("Strict-Transport-Security", ONE_YEAR);
    }
  }

  private Optional<Entrance.Refused> refuse(Context context, Entrance.Admitted admitted) {
    SameOrigin.Signs signs = signs(context, proxies);
    if (context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD)) {
      return SameOrigin.refuseLook(signs).map(Gate::foreign);
    }
    if (!admitted.visitor().edits() && !context.routeRoles().contains(Admit.READERS)) {
      return Optional.of(new Entrance.Refused(403, admitted.visitor().name() + " may look, and change nothing.", "Ask an editor, or sign in as one.", 0));
    }
    return SameOrigin.refuseChange(signs, admitted.cookie()).map(Gate::foreign);
  }

  /**
   * Why a change is refused that a page of another site asks for; empty where it is not. For paths that admit anyone.
   *
   * @param cookie whether it works by a cookie
   */
  public static Optional<Entrance.Refused> refuseForeign(Context context, Proxies proxies, boolean cookie) {
    return SameOrigin.refuseChange(signs(context, proxies), cookie).map(Gate::foreign);
  }

  private static Entrance.Refused foreign(String why) {
    return new Entrance.Refused(403, "Refused: " + why + ".", "Do it from a page of this console; behind a proxy, see that it passes the Host on.", 0);
  }

  private static SameOrigin.Signs signs(Context context, Proxies proxies) {
    return SameOrigin.Signs.of(context::header, proxies.host(context));
  }

  private void turnAway(Context context, Entrance.Refused why) {
    if (why.seconds() > 0) {
      context.header("Retry-After", String.valueOf(why.seconds()));
    }
    if (why.status() == 401) {
      context.header("WWW-Authenticate", "Bearer realm=\"demarche\"");
      if (context.header("HX-Request") != null) {
        // A part of a page that asks after the session has ended: the whole is loaded anew, and asks for a token.
        context.header("HX-Refresh", "true");
      }
    }
    refusals.answer(context, why);
    context.skipRemainingHandlers();
  }
}
