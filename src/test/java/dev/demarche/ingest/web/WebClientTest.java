package dev.demarche.ingest.web;

import static dev.demarche.ingest.LocalWeb.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.ingest.LocalWeb;
import dev.demarche.ingest.web.Answer.Body;
import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.network.AddressGuard;
import dev.demarche.topics.DeadLetter.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebClientTest {
  private static final int MAX = 100_000;

  private final LocalWeb web = new LocalWeb();
  private final WebClient open = client(true);
  private final WebClient guarded = client(false);

  @AfterEach
  void close() {
    open.close();
    guarded.close();
    web.close();
  }

  private static WebClient client(boolean allowPrivate) {
    return new WebClient(new WebLimits("Demarche/0 (+http://x)", MAX, Duration.ofMillis(800), 3, 2, allowPrivate), Clock.systemUTC());
  }

  private static Answer get(WebClient client, String url) {
    return client.get(new WebClient.Request(URI.create(url), "*/*", null, null, MAX, false, WebClient.Gate.OPEN));
  }

  private static Failure failure(Answer answer) {
    assertThat(answer).isInstanceOf(Failure.class);
    return (Failure) answer;
  }

  @Test
  void readsABodyAndSaysWhoAsks() {
    web.on("/a", (a, out) -> send(out, 200, "text/plain", "ETag: \"1\"\nCache-Control: public, max-age=90\n", "héllo"));
    Body body = (Body) get(open, web.url("/a"));
    assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("héllo");
    assertThat(body.caching()).isEqualTo(new Answer.Caching("\"1\"", null, Duration.ofSeconds(90)));
    assertThat(web.asked("/a").get(0).headers()).containsEntry("user-agent", "Demarche/0 (+http://x)").doesNotContainKeys("if-none-match", "cookie");
  }

  @Test
  void asksUnderConditionsAndTakesNothingNewForAnAnswer() {
    web.on("/a", (a, out) -> out.write("HTTP/1.1 304 X\r\nETag: \"2\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    Answer answer = open.get(new WebClient.Request(URI.create(web.url("/a")), "*/*", "\"1\"", "Tue, 13 May 2025 12:00:00 GMT", MAX, false, WebClient.Gate.OPEN));
    assertThat(answer).isInstanceOf(Answer.Unchanged.class);
    assertThat(web.asked("/a").get(0).headers()).containsEntry("if-none-match", "\"1\"")
        .containsEntry("if-modified-since", "Tue, 13 May 2025 12:00:00 GMT");
  }

  @Test
  void followsRedirectsAndRemembersOnlyThoseForGood() {
    web.on("/a", (a, out) -> send(out, 301, "text/plain", "Location: /b\n", "")).on("/b", (a, out) -> send(out, 302, "text/plain", "Location: c?x=y z\n", ""))
        .page("/c?x=y%20z", "text/plain", "there");
    Body body = (Body) get(open, web.url("/a"));
    assertThat(body.uri()).hasToString(web.url("/c?x=y%20z"));
    assertThat(body.moved()).hasToString(web.url("/b"));
  }

  @Test
  void endsALoopOfRedirects() {
    web.on("/a", (a, out) -> send(out, 302, "text/plain", "Location: /a\n", ""));
    assertThat(failure(get(open, web.url("/a"))).message()).contains("more than 3 redirects");
    assertThat(web.asked("/a")).hasSize(4);
  }

  @Test
  void cutsABodyOffWhileItStreams() {
    AtomicInteger written = new AtomicInteger();
    web.on("/endless", (a, out) -> {
      out.write("HTTP/1.1 200 X\r\nContent-Length: 10000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      for (byte[] block = new byte[50_000]; written.get() < 200_000; written.incrementAndGet()) {
        out.write(block);
      }
    });
    assertThat(failure(get(open, web.url("/endless"))).reason()).isEqualTo(Reason.BODY_TOO_LARGE);
    assertThat(written.get()).as("blocks of 50 KB that went over the wire").isLessThan(2_000);
  }

  @Test
  void countsWhatUnpacksNotWhatIsSent() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[20_000_000]);
    }
    web.on("/bomb", (a, out) -> send(out, 200, "text/plain", "Content-Encoding: gzip\n", packed.toByteArray()));
    assertThat(failure(get(open, web.url("/bomb"))).reason()).isEqualTo(Reason.BODY_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 X\r\n\r\n", "HTTP/1.1 200 X\r\nX: ", ""})
  void endsWhatDripsInTime(String start) {
    web.on("/slow", (a, out) -> {
      out.write(start.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100; i++) {
        out.write('x');
        out.flush();
        Thread.sleep(100);
      }
    });
    long before = System.nanoTime();
    Failure failure = failure(get(open, web.url("/slow")));
    assertThat(failure.reason()).isEqualTo(Reason.FETCH_FAILED);
    assertThat(failure.passing()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource({"404,false,", "403,false,", "410,false,", "500,true,", "503,true,120", "429,true,7"})
  void saysWhetherAnotherAttemptMaySucceed(int status, boolean passing, Long seconds) {
    web.on("/a", (a, out) -> send(out, status, "text/plain", seconds == null ? "" : "Retry-After: " + seconds + "\n", ""));
    Failure failure = failure(get(open, web.url("/a")));
    assertThat(failure.message()).endsWith(" answers " + status);
    assertThat(failure.passing()).isEqualTo(passing);
    assertThat(failure.retryAfter()).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 X\r\nContent-Length: 50\r\n\r\nshort", "", "garbage\r\n\r\n"})
  void aConnectionThatBreaksIsAFailure(String said) {
    web.on("/a", (a, out) -> out.write(said.getBytes(StandardCharsets.US_ASCII)));
    assertThat(failure(get(open, web.url("/a"))).passing()).isTrue();
  }

  @Test
  void asksNoMoreThanItMayOnOneHost() throws InterruptedException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    web.on("/a", (a, out) -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      Thread.sleep(50);
      now.decrementAndGet();
      send(out, 200, "text/plain", "", "x");
    });
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(new Thread(() -> get(open, web.url("/a"))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(web.asked("/a")).hasSize(8);
    assertThat(most.get()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:PORT/a", "http://localhost:PORT/a", "http://[::1]:PORT/a", "http://[::ffff:127.0.0.1]:PORT/a",
      "http://0.0.0.0:PORT/a", "http://2130706433:PORT/a", "http://0x7f.1:PORT/a"})
  void refusesPrivateAddressesUnderEveryName(String url) {
    web.page("/a", "text/plain", "secret");
    Failure failure = failure(get(guarded, url.replace("PORT", "" + web.port())));
    assertThat(failure.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(web.asked()).isEmpty();
  }

  @Test
  void refusesAPrivateAddressThatARedirectNames() {
    web.on("/a", (a, out) -> send(out, 302, "text/plain", "Location: http://inside.test:" + web.port() + "/secret\n", ""))
        .page("/secret", "text/plain", "secret");
    AddressGuard guard = new AddressGuard(host -> new InetAddress[] {address(host.equals("outside.test") ? "127.0.0.1" : "10.0.0.1")},
        address -> address.isLoopbackAddress() ? Optional.empty() : AddressGuard.special(address));
    try (WebClient client = new WebClient(new WebLimits("x", MAX, Duration.ofSeconds(2), 3, 2, false), Clock.systemUTC(), guard)) {
      Failure failure = failure(get(client, "http://outside.test:" + web.port() + "/a"));
      assertThat(failure.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
      assertThat(failure.message()).contains("inside.test is 10.0.0.1, a private address");
    }
    assertThat(web.asked()).extracting(LocalWeb.Asked::path).containsExactly("/a");
  }

  @Test
  void connectsToTheAddressThatWasCheckedAndToNoOtherThatTheNameTurnsInto() {
    web.page("/a", "text/plain", "secret");
    AtomicInteger lookups = new AtomicInteger();
    AddressGuard guard = new AddressGuard(host -> new InetAddress[] {address(lookups.getAndIncrement() == 0 ? "203.0.114.1" : "127.0.0.1")},
        AddressGuard::special);
    try (WebClient client = new WebClient(new WebLimits("x", MAX, Duration.ofMillis(500), 3, 2, false), Clock.systemUTC(), guard)) {
      get(client, "http://rebind.test:" + web.port() + "/a");
      assertThat(lookups.get()).isEqualTo(1);
      assertThat(failure(get(client, "http://rebind.test:" + web.port() + "/a")).reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    }
    assertThat(web.asked()).isEmpty();
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "http://user:pass@example.org/", "gopher://example.org/", "http:///x"})
  void refusesWhatIsNoPublicAddressOfTheWeb(String url) {
    assertThat(failure(get(guarded, url)).reason()).isEqualTo(Reason.ADDRESS_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "127.9.9.9", "0.0.0.0", "224.0.0.1",
      "255.255.255.255", "192.0.2.1", "198.18.0.1", "fc00::1", "fd12::1", "fe80::1", "::", "::1", "64:ff9b::a00:1", "2002:c0a8:101::1", "2001:db8::1", "ff02::1",
      "::10.0.0.1"})
  void knowsAddressesThatTheOpenWebHasNoBusinessWith(String address) {
    assertThat(AddressGuard.special(address(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.167.1.1", "2606:4700::1111", "64:ff9b::808:808"})
  void letsPublicAddressesPass(String address) {
    assertThat(AddressGuard.special(address(address))).isEmpty();
  }
}
