package dev.demarche.console.access;

import dev.demarche.console.Admit;
import dev.demarche.console.Routes;
import dev.demarche.console.web.Entrance;
import dev.demarche.console.web.Faults;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Proxies;
import dev.demarche.console.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code GET /sign-in}: where a token is entered, or who one is; {@code POST /sign-in} begins a session, {@code POST /sign-out} ends it. Whoever opens
 * another page without being let in sees the sign-in page there, and goes on to that page.
 */
public final class SignInPages implements Routes, Gate.Refusals {
  private static final String TEMPLATE = "sign-in.jte";

  private final Doors doors;
  private final Pages pages;
  private final Faults faults;
  private final Proxies proxies;

  public SignInPages(Doors doors, Pages pages, Faults faults, Proxies proxies) {
    this.doors = Objects.requireNonNull(doors, "doors");
    this.pages = Objects.requireNonNull(pages, "pages");
    this.faults = Objects.requireNonNull(faults, "faults");
    this.proxies = Objects.requireNonNull(proxies, "proxies");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/sign-in", this::show, Admit.ANYONE);
    routes.post("/sign-in", this::enter, Admit.ANYONE);
    routes.post("/sign-out", this::leave, Admit.ANYONE);
  }

  @Override
  public void answer(Context context, Entrance.Refused why) {
    if (why.status() != 401 || !Faults.isForPeople(context)) {
      faults.answer(context, why.status(), why.message(), why.mend());
      return;
    }
    String query = context.queryString();
    form(context, why, context.path() + (query == null ? "" : "?" + query));
  }

  private void show(Context context) {
    if (doors.admit(context) instanceof Entrance.Admitted admitted) {
      admitted.visitor().enter(context);
      pages.answer(context, pages.outside(context, "You"), "you.jte",
          Map.of("visitor", admitted.visitor(), "session", doors.signedIn(context).isPresent()));
    } else {
      form(context, null, "/");
    }
  }

  /** @param why a token is asked for, or null: nobody tried yet */
  private void form(Context context, Entrance.Refused why, String to) {
    context.status(why == null ? 200 : why.status());
    Map<String, Object> values = new HashMap<>();
    values.put("why", why);
    values.put("to", to);
    values.put("tokens", doors.takesTokens());
    // A strict cookie is not sent where a page of another site links here. This page asking for itself again is of the same site, and then it is.
    values.put("again", context.method().name().equals("GET") && "cross-site".equals(context.header("Sec-Fetch-Site")));
    pages.answer(context, pages.outside(context, "Sign in"), TEMPLATE, values);
  }

  private void enter(Context context) {
    String token = Optional.ofNullable(context.formParam("token")).orElse("").strip();
    String to = within(context.formParam("to"));
    Entrance.Answer answer = Gate.refuseForeign(context, proxies, true).<Entrance.Answer>map(why -> why).orElseGet(() -> doors.present(context, token));
    if (answer instanceof Entrance.Admitted) {
      doors.signIn(context, token);
      context.redirect(to, HttpStatus.SEE_OTHER);
      return;
    }
    Entrance.Refused why = (Entrance.Refused) answer;
    if (why.seconds() > 0) {
      context.header("Retry-After", String.valueOf(why.seconds()));
    }
    if (Faults.isForPeople(context)) {
      form(context, why, to);
    } else {
      faults.answer(context, why.status(), why.message(), why.mend());
    }
  }

  private void leave(Context context) {
    Optional<Entrance.Refused> foreign = Gate.refuseForeign(context, proxies, true);
    if (foreign.isPresent()) {
      faults.answer(context, foreign.get().status(), foreign.get().message(), foreign.get().mend());
      return;
    }
    doors.signOut(context);
    context.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  /** Where to go on: a path of this console, never another site. */
  static String within(String to) {
    return to != null && to.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") && !to.startsWith("/sign-") ? to : "/";
  }
}
