package dev.demarche.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.Admit;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Raw;
import dev.demarche.console.Routes;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Faults;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Proxies;
import dev.demarche.console.web.ThisMachine;
import dev.demarche.console.web.Visitor;
import dev.demarche.network.AddressRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private static final Routes ROOMS = routes -> {
    routes.get("/live", context -> context.html("hello " + Visitor.of(context).name()));
    routes.get("/api/v1/things", context -> context.result("{}"));
    routes.post("/things", context -> context.result("done"));
    routes.post("/api/v1/articles", context -> context.status(202).result("taken"), Admit.ANYONE);
  };
  private static final String PEOPLE = "Accept: text/html";
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private final Map<String, Visitor> known = new ConcurrentHashMap<>(Map.of("ada's", new Visitor("ada", Visitor.Role.EDITOR), "wall's",
      new Visitor("wall", Visitor.Role.READER)));
  private final Bearers bearers = token -> known.containsKey(token) ? new Bearers.Known(known.get(token)) : new Bearers.Unknown("this token is not known", true);
  private final SetClock clock = new SetClock(START);
  private HttpEndpoint endpoint;

  private ListenAddress serve(Bearers with, boolean local, Proxies proxies) throws Exception {
    Pages pages = new Pages(new Assets());
    Doors doors = new Doors(with, local ? new ThisMachine("me", "127.0.0.1") : null, proxies, clock);
    Faults faults = new Faults(pages);
    SignInPages signIn = new SignInPages(doors, pages, faults, proxies);
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(new Gate(doors, signIn, proxies), faults, signIn, ROOMS));
    return endpoint.start();
  }

  private ListenAddress serve() throws Exception {
    return serve(bearers, false, Proxies.NONE);
  }

  @AfterEach
  void close() {
    if (endpoint != null) {
      endpoint.close();
    }
  }

  private static String signIn(ListenAddress at, String token, String... headers) throws Exception {
    List<String> all = new ArrayList<>(List.of("Origin: http://" + at, PEOPLE));
    all.addAll(List.of(headers));
    Raw.Answer answer = Raw.post(at, "/sign-in", "token=" + token + "&to=/live", all.toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(303);
    return "Cookie: " + answer.header("Set-Cookie").orElseThrow().split(";")[0];
  }

  @Test
  void aBearerTokenLetsInByItsRole() throws Exception {
    ListenAddress at = serve();
    assertThat(Raw.ask(at, "GET", "/live", "Authorization: Bearer ada's").body()).isEqualTo("hello ada");
    assertThat(Raw.ask(at, "POST", "/things", "Authorization: bearer ada's").status()).isEqualTo(200);
    assertThat(Raw.ask(at, "GET", "/live", "Authorization: Bearer wall's").body()).isEqualTo("hello wall");
    assertThat(Raw.ask(at, "POST", "/things", "Authorization: Bearer wall's").status()).isEqualTo(403);
    assertThat(Raw.ask(at, "GET", "/live", "Authorization: Bearer other").status()).isEqualTo(401);
    assertThat(Raw.ask(at, "GET", "/live", "Authorization: Basic YWRhOmFkYQ==").status()).isEqualTo(401);
    assertThat(Raw.ask(at, "GET", "/api/v1/things").body()).isEqualTo(
        "{\"error\":\"This console asks who you are.\",\"mend\":\"Sign in, or send the header \\\"Authorization: Bearer TOKEN\\\".\"}");
  }

  @Test
  void withoutTokensThisMachineAloneIsLetInAndOthersAreToldWhatToSet() throws Exception {
    ListenAddress at = serve(Bearers.NONE, true, Proxies.NONE);
    assertThat(Raw.ask(at, "GET", "/live").body()).isEqualTo("hello me");
    assertThat(Raw.ask(at, "GET", "/live", "Authorization: Bearer of-articles").body()).isEqualTo("hello me");
    Raw.Answer other = Raw.ask(at, "GET", "/live", PEOPLE, "X-Forwarded-For: 192.0.2.1");
    assertThat(other.status()).isEqualTo(401);
    assertThat(other.body()).contains("console.tokens", "console.oidc.issuer").doesNotContain("<input type=\"password\"");
    assertThat(Raw.ask(at, "POST", "/api/v1/articles", "X-Forwarded-For: 192.0.2.1", "Authorization: Bearer of-articles").status()).isEqualTo(202);
  }

  @Test
  void withTokensAProxyOnThisMachineThatSaysNothingOfItselfIsNotLetIn() throws Exception {
    assertThat(Raw.ask(serve(), "GET", "/live", "Host: 127.0.0.1:8080").status()).isEqualTo(401);
  }

  @Test
  void aBrowserSignsInGoesOnToWhereItWasAndSignsOut() throws Exception {
    ListenAddress at = serve();
    Raw.Answer asked = Raw.ask(at, "GET", "/alerts?state=OPEN&q=%22%3E%3Cscript%3E", PEOPLE);
    assertThat(asked.status()).isEqualTo(401);
    assertThat(asked.body()).contains("name=\"to\" value=\"/alerts?state=OPEN&amp;q=%22%3E%3Cscript%3E\"").doesNotContain("<script>");
    Raw.Answer in = Raw.post(at, "/sign-in", "token=ada's&to=/live", "Origin: http://" + at, PEOPLE);
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).contains("/live");
    assertThat(in.header("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie).matches("demarche=[A-Za-z0-9_-]{43};.*")
        .contains("Path=/", "HttpOnly", "SameSite=Strict").doesNotContain("Secure", "ada's", "Domain"));
    String cookie = "Cookie: " + in.header("Set-Cookie").orElseThrow().split(";")[0];
    assertThat(Raw.ask(at, "GET", "/live", cookie).body()).isEqualTo("hello ada");
    assertThat(Raw.ask(at, "GET", "/sign-in", cookie, PEOPLE).body()).contains("You are ada", "action=\"/sign-out\"");
    assertThat(Raw.ask(at, "POST", "/things", cookie).status()).isEqualTo(403);
    assertThat(Raw.ask(at, "POST", "/things", cookie, "Origin: http://" + at).status()).isEqualTo(200);
    assertThat(Raw.ask(at, "POST", "/sign-out", cookie, "Origin: https://evil.example").status()).isEqualTo(403);
    Raw.Answer out = Raw.ask(at, "POST", "/sign-out", cookie, "Origin: http://" + at);
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Set-Cookie")).hasValueSatisfying(gone -> assertThat(gone).contains("demarche=;", "Expires=Thu, 01 Jan 1970"));
    assertThat(Raw.ask(at, "GET", "/live", cookie).status()).isEqualTo(401);
  }

  @Test
  void overTlsTheCookieIsOfThisHostAloneAndOnlyAProxyThatIsBelievedSaysSo() throws Exception {
    ListenAddress at = serve(bearers, false, new Proxies(List.of(AddressRange.of("127.0.0.1"))));
    String[] proxied = {"Host: 127.0.0.1:8080", "X-Forwarded-Proto: https", "X-Forwarded-Host: news.example", "Origin: https://news.example"};
    Raw.Answer in = Raw.post(at, "/sign-in", "token=ada's&to=/live", proxied);
    assertThat(in.header("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie).startsWith("__Host-demarche=").contains("Secure", "Path=/", "HttpOnly",
        "SameSite=Strict").doesNotContain("Domain"));
    String cookie = "Cookie: " + in.header("Set-Cookie").orElseThrow().split(";")[0];
    assertThat(Raw.ask(at, "GET", "/live", cookie, "X-Forwarded-Proto: https").body()).isEqualTo("hello ada");
    assertThat(Raw.ask(at, "GET", "/live", cookie).status()).isEqualTo(401);
    endpoint.close();
    Raw.Answer stranger = Raw.post(serve(), "/sign-in", "token=ada's", "X-Forwarded-Proto: https", "Sec-Fetch-Site: same-origin");
    assertThat(stranger.header("Set-Cookie")).hasValueSatisfying(plain -> assertThat(plain).startsWith("demarche="));
  }

  @Test
  void aSessionEndsUnusedAfterAWeekAndWithItsToken() throws Exception {
    ListenAddress at = serve();
    String unused = signIn(at, "ada's");
    clock.now = START.plus(Sessions.IDLE).plusSeconds(1);
    assertThat(Raw.ask(at, "GET", "/live", unused).status()).isEqualTo(401);
    String used = signIn(at, "ada's");
    Instant begun = clock.now;
    for (int hours = 8; hours <= 168; hours += 8) {
      clock.now = begun.plus(Duration.ofHours(hours));
      assertThat(Raw.ask(at, "GET", "/live", used).status()).as(hours + " h").isEqualTo(200);
    }
    clock.now = begun.plus(Sessions.LONGEST).plusSeconds(1);
    assertThat(Raw.ask(at, "GET", "/live", used).status()).isEqualTo(401);
    String revoked = signIn(at, "ada's");
    known.remove("ada's");
    assertThat(Raw.ask(at, "GET", "/live", revoked).status()).isEqualTo(401);
  }

  @Test
  void aSessionThatABrowserBringsAlongIsNotTakenOverAtSignIn() throws Exception {
    ListenAddress at = serve();
    String planted = "Cookie: demarche=" + "A".repeat(43);
    assertThat(signIn(at, "ada's", planted)).isNotEqualTo(planted);
    assertThat(Raw.ask(at, "GET", "/live", planted).status()).isEqualTo(401);
    String first = signIn(at, "wall's");
    String second = signIn(at, "ada's", first);
    assertThat(Raw.ask(at, "GET", "/live", first).status()).isEqualTo(401);
    assertThat(Raw.ask(at, "GET", "/live", second).body()).isEqualTo("hello ada");
  }

  @Test
  void whoGuessesIsSlowedAndOthersAreNot() throws Exception {
    ListenAddress at = serve(bearers, false, new Proxies(List.of(AddressRange.of("127.0.0.1"))));
    String guesser = "X-Forwarded-For: 192.0.2.1";
    for (int i = 0; i < Attempts.FREE; i++) {
      assertThat(Raw.post(at, "/sign-in", "token=guess" + i, guesser, "Sec-Fetch-Site: same-origin").status()).isEqualTo(401);
    }
    Raw.Answer slowed = Raw.post(at, "/sign-in", "token=ada's", guesser, "Sec-Fetch-Site: same-origin");
    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.header("Retry-After")).contains("2");
    assertThat(Raw.ask(at, "GET", "/live", "Authorization: Bearer ada's", "X-Forwarded-For: 192.0.2.2").status()).isEqualTo(200);
    clock.now = clock.now.plusSeconds(2);
    assertThat(Raw.post(at, "/sign-in", "token=ada's", guesser, "Sec-Fetch-Site: same-origin").status()).isEqualTo(303);
  }

  @Test
  void aPageOfAnotherSiteSignsNobodyIn() throws Exception {
    ListenAddress at = serve();
    for (String header : List.of("Origin: https://evil.example", "Sec-Fetch-Site: cross-site", "Origin: null", "Accept: text/html")) {
      Raw.Answer answer = Raw.post(at, "/sign-in", "token=ada's", header);
      assertThat(answer.status()).as(header).isEqualTo(403);
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void aLinkFromAnotherSiteIsFollowedOnceMoreSoThatTheStrictCookieGoesAlong() throws Exception {
    ListenAddress at = serve();
    String again = "<meta http-equiv=\"refresh\" content=\"0\">";
    assertThat(Raw.ask(at, "GET", "/live", PEOPLE, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate").body()).contains(again);
    assertThat(Raw.ask(at, "GET", "/live", PEOPLE, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: navigate").body()).doesNotContain(again);
  }

  @Test
  void afterSigningInNobodyIsSentToAnotherSite() {
    for (String to : List.of("https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x",
        "/sign-out", "", "live")) {
      assertThat(SignInPages.within(to)).as(to).isEqualTo("/");
    }
    assertThat(SignInPages.within("/alerts/x%2Fy?state=OPEN")).isEqualTo("/alerts/x%2Fy?state=OPEN");
  }

  @Test
  void whatIsRememberedOfStrangersIsBounded() throws Exception {
    serve();
    Attempts attempts = new Attempts(clock);
    Sessions sessions = new Sessions(clock);
    for (int i = 0; i < Attempts.MOST + 50; i++) {
      attempts.wrong("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
      sessions.begin("token");
    }
    assertThat(attempts.size()).isEqualTo(Attempts.MOST);
    assertThat(sessions.size()).isEqualTo(Sessions.MOST);
    for (int i = 0; i < Attempts.FREE; i++) {
      attempts.wrong("2001:db8:1:2::" + i);
    }
    assertThat(attempts.wait("2001:db8:1:2:ffff::1")).isPositive();
    assertThat(attempts.wait("2001:db8:1:3::1")).isZero();
  }
}
