package dev.demarche.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.Admit;
import dev.demarche.console.HealthRoutes;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Raw;
import dev.demarche.console.Readiness;
import dev.demarche.console.Routes;
import dev.demarche.network.AddressRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Routes ROOMS = routes -> {
    routes.get("/live", context -> context.html("hello " + Visitor.of(context).name()));
    routes.get("/api/v1/things", context -> context.result("{}"));
    routes.post("/things", context -> context.result("done"));
    routes.put("/things", context -> context.result("done"));
    routes.delete("/things", context -> context.result("done"));
    routes.post("/try", context -> context.result("tried"), Admit.READERS);
    routes.post("/open", context -> context.result("taken"), Admit.ANYONE);
    routes.get("/fails", context -> {
      throw new IllegalStateException("password=secret");
    });
  };

  private final Pages pages = new Pages(new Assets());
  private HttpEndpoint endpoint;

  private ListenAddress serve(Entrance entrance, Proxies proxies) throws Exception {
    Faults faults = new Faults(pages);
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(new HealthRoutes(() -> new Readiness(true, true, "RUNNING", "", Map.of())),
        new Gate(entrance, Gate.plainly(faults), proxies), faults, ROOMS));
    return endpoint.start();
  }

  private ListenAddress serve() throws Exception {
    return serve(new ThisMachine("ada", "news.example"), Proxies.NONE);
  }

  private ListenAddress as(Visitor.Role role, boolean cookie) throws Exception {
    return serve(context -> new Entrance.Admitted(new Visitor("ada", role), cookie), Proxies.NONE);
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void thisMachineIsAnEditorUnderTheNamesThatItHas() throws Exception {
    ListenAddress at = serve();
    for (String host : List.of("localhost", "localhost:8080", "127.0.0.1:" + at.port(), "[::1]:8080", "LOCALHOST", "news.example:8080")) {
      assertThat(Raw.ask(at, "GET", "/live", "Host: " + host).body()).as(host).isEqualTo("hello ada");
    }
    assertThat(Raw.ask(at, "POST", "/things").status()).isEqualTo(200);
  }

  @Test
  void aNameThatAnotherMadeToPointHereIsNotThisMachine() throws Exception {
    ListenAddress at = serve();
    for (String host : List.of("evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "0.0.0.0:8080")) {
      assertThat(Raw.ask(at, "GET", "/live", "Host: " + host).status()).as(host).isEqualTo(401);
      assertThat(Raw.ask(at, "POST", "/things", "Host: " + host).status()).as(host).isEqualTo(401);
    }
  }

  @Test
  void whatCameThroughAProxyIsNotThisMachine() throws Exception {
    ListenAddress at = serve();
    for (String header : List.of("Forwarded: for=192.0.2.1", "X-Forwarded-For: 192.0.2.1", "X-Forwarded-For: 127.0.0.1", "Via: 1.1 p", "X-Real-IP: 192.0.2.1")) {
      assertThat(Raw.ask(at, "GET", "/live", header).status()).as(header).isEqualTo(401);
    }
  }

  @Test
  void whoIsNotLetInGetsHealthAndWhatChecksByItselfAndNothingElse() throws Exception {
    ListenAddress at = serve(context -> new Entrance.Refused(401, "no", "ask", 0), Proxies.NONE);
    assertThat(Raw.ask(at, "GET", "/health/live").status()).isEqualTo(200);
    assertThat(Raw.ask(at, "HEAD", "/health/live").status()).isEqualTo(200);
    assertThat(Raw.ask(at, "POST", "/open").body()).isEqualTo("taken");
    assertThat(Raw.ask(at, "POST", "/open/").status()).isEqualTo(Raw.ask(at, "POST", "/open").status());
    for (String path : List.of("/live", "/live/", "//live", "/LIVE", "/nowhere", "/health/../live", "/health/live/..;/../live", "/health%2flive", "/api/v1/things")) {
      assertThat(Raw.ask(at, "GET", path).status()).as(path).isIn(400, 401);
    }
    assertThat(Raw.ask(at, "GET", "/live").header("WWW-Authenticate")).contains("Bearer realm=\"demarche\"");
  }

  @Test
  void aReaderLooksAndTriesAndChangesNothing() throws Exception {
    ListenAddress at = as(Visitor.Role.READER, false);
    assertThat(Raw.ask(at, "GET", "/live").status()).isEqualTo(200);
    assertThat(Raw.ask(at, "HEAD", "/live").status()).isEqualTo(200);
    assertThat(Raw.ask(at, "POST", "/try").status()).isEqualTo(200);
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      assertThat(Raw.ask(at, method, "/things").status()).as(method).isEqualTo(403);
    }
    assertThat(Raw.ask(at, "POST", "/things").body()).isEqualTo("{\"error\":\"ada may look, and change nothing.\",\"mend\":\"Ask an editor, or sign in as one.\"}");
  }

  @Test
  void aPageOfAnotherSiteChangesNothing() throws Exception {
    ListenAddress at = as(Visitor.Role.EDITOR, true);
    for (List<String> headers : List.of(List.of("Sec-Fetch-Site: cross-site"), List.of("Sec-Fetch-Site: same-site"), List.of("Origin: https://evil.example"),
        List.of("Origin: null"), List.of("Referer: https://evil.example/page"), List.of("Origin: http://127.0.0.1"), List.<String>of(),
        List.of("Sec-Fetch-Site: cross-site", "Authorization: Bearer x"), List.of("Origin: http://" + at, "Sec-Fetch-Site: cross-site"))) {
      assertThat(Raw.ask(at, "POST", "/things", headers.toArray(String[]::new)).status()).as(headers.toString()).isEqualTo(403);
    }
    for (List<String> headers : List.of(List.of("Sec-Fetch-Site: same-origin"), List.of("Sec-Fetch-Site: none"), List.of("Origin: http://" + at),
        List.of("Referer: http://" + at + "/watches"), List.of("Host: news.example", "Origin: https://news.example:443"))) {
      assertThat(Raw.ask(at, "POST", "/things", headers.toArray(String[]::new)).status()).as(headers.toString()).isEqualTo(200);
    }
  }

  @Test
  void aProgramThatSendsNoCookieNeedNotSayFromWhere() throws Exception {
    ListenAddress at = as(Visitor.Role.EDITOR, false);
    assertThat(Raw.ask(at, "POST", "/things").status()).isEqualTo(200);
    assertThat(Raw.ask(at, "POST", "/things", "Origin: https://evil.example").status()).isEqualTo(403);
  }

  @Test
  void pagesOfOtherSitesMayLinkHereAndLoadNothing() throws Exception {
    ListenAddress at = as(Visitor.Role.READER, true);
    assertThat(Raw.ask(at, "GET", "/live", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate").status()).isEqualTo(200);
    assertThat(Raw.ask(at, "GET", "/api/v1/things", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Origin: https://evil.example").status()).isEqualTo(403);
    Raw.Answer plain = Raw.ask(at, "GET", "/api/v1/things", "Origin: https://evil.example");
    assertThat(plain.headers()).noneMatch(header -> header.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    assertThat(plain.header("Cross-Origin-Resource-Policy")).contains("same-origin");
  }

  @Test
  void everyAnswerSaysWhatTheBrowserMustNotDo() throws Exception {
    ListenAddress at = serve();
    for (String path : List.of("/live", "/nowhere", "/fails", "/health/live")) {
      Raw.Answer answer = Raw.ask(at, "GET", path);
      assertThat(answer.header("Content-Security-Policy")).as(path).hasValueSatisfying(
          policy -> assertThat(policy).startsWith("default-src 'none'; script-src 'self'").contains("frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe"));
      assertThat(answer.header("X-Frame-Options")).contains("DENY");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("Permissions-Policy")).isPresent();
      assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void oneYearOfTlsIsAskedForWhereAProxyThatIsBelievedHasIt() throws Exception {
    Entrance open = context -> new Entrance.Admitted(new Visitor("ada", Visitor.Role.EDITOR), true);
    ListenAddress at = serve(open, new Proxies(List.of(AddressRange.of("127.0.0.1"))));
    assertThat(Raw.ask(at, "GET", "/live", "X-Forwarded-Proto: https").header("Strict-Transport-Security")).contains("max-age=31536000");
    assertThat(Raw.ask(at, "POST", "/things", "X-Forwarded-Host: news.example", "Origin: https://news.example").status()).isEqualTo(200);
    endpoint.close();
    at = serve(open, Proxies.NONE);
    assertThat(Raw.ask(at, "GET", "/live", "X-Forwarded-Proto: https").header("Strict-Transport-Security")).isEmpty();
    assertThat(Raw.ask(at, "POST", "/things", "X-Forwarded-Host: evil.example", "Origin: https://evil.example").status()).isEqualTo(403);
  }

  @Test
  void peopleAreToldOnAPageProgramsInJsonAndPartsOfPagesInALine() throws Exception {
    ListenAddress at = serve();
    String people = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    Raw.Answer page = Raw.ask(at, "GET", "/nowhere", people);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains("<h1>Nothing here</h1>", "href=\"/alerts\"");
    Raw.Answer failed = Raw.ask(at, "GET", "/fails", people);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body()).contains("<h1>Something failed</h1>").doesNotContain("secret");
    assertThat(Raw.ask(at, "GET", "/fails").body()).isEqualTo("{\"error\":\"see the log of the instance\"}");
    assertThat(Raw.ask(at, "GET", "/api/v1/nowhere", people).body()).startsWith("{\"error\":");
    assertThat(Raw.ask(at, "GET", "/nowhere", people, "HX-Request: true").body()).isEqualTo(
        "There is nothing at this address.; Go on from one of the rooms, or search.");
    assertThat(Raw.ask(at, "GET", "/live", people, "Host: evil.example").body()).contains("<h1>Sign in</h1>").doesNotContain("href=\"/alerts\"");
    assertThat(Raw.ask(at, "GET", "/live", "HX-Request: true", "Host: evil.example").header("HX-Refresh")).contains("true");
  }
}
