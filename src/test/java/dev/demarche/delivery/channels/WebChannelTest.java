package dev.demarche.delivery.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.catalogue.Secret;
import dev.demarche.delivery.Alerts;
import dev.demarche.delivery.LocalHooks.Posted;
import dev.demarche.delivery.LocalHooks;
import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.delivery.receivers.ReceiversFile;
import dev.demarche.delivery.routing.Route;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Notification;
import dev.demarche.network.AddressRange;
import dev.demarche.topics.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebChannelTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:01.5Z");
  private static final Secret KEY = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Alert ALERT = Alerts.alert("a1");
  private static final List<AddressRange> LOOPBACK = List.of(AddressRange.of("127.0.0.0/8"));

  private final LocalHooks hooks = new LocalHooks();

  @AfterEach
  void close() {
    hooks.close();
  }

  private Outcome deliver(Address address, List<AddressRange> allowed) {
    Receiver receiver = new Receiver("desk", address, Duration.ofSeconds(1), List.of(), 1, Duration.ZERO);
    ReceiversFile file = new ReceiversFile(Map.of("desk", receiver), new Route("route", List.of(), List.of("desk"), false, List.of()), allowed);
    try (Channels channels = new Channels(file, "Demarche/test", System.out, Clock.fixed(NOW, ZoneOffset.UTC))) {
      return channels.of(receiver).deliver(List.of(Notification.of(ALERT)));
    }
  }

  private Outcome webhook(String path) {
    return deliver(new Address.Webhook(new Secret(hooks.url(path)), List.of(KEY), new Secret("open sesame")), LOOPBACK);
  }

  private Outcome answered(int status, String headers, String body) {
    hooks.on("/hook", (posted, out) -> LocalHooks.answer(out, status, headers, body));
    return webhook("/hook");
  }

  @Test
  void aWebhookIsSignedAndHoldsTheAlertAsOnTheTopic() throws Exception {
    assertThat(answered(204, "", "")).isEqualTo(new Outcome.Delivered("204"));
    Posted posted = hooks.posted("/hook").get(0);
    assertThat(posted.headers()).containsEntry("webhook-id", "a1").containsEntry("webhook-timestamp", String.valueOf(NOW.getEpochSecond()))
        .containsEntry("webhook-signature", Signature.of(List.of(KEY), "a1", NOW, posted.body()))
        .containsEntry("authorization", "Bearer open sesame").containsEntry("user-agent", "Demarche/test");
    JsonNode body = Json.mapper().readTree(posted.body());
    assertThat(body.get("type").asText()).isEqualTo("alert.firing");
    assertThat(body.get("data")).isEqualTo(Json.mapper().readTree(Json.write(ALERT)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 500, 502})
  void anAnswerThatTheOwnerMayMendIsTriedAgain(int status) {
    assertThat(answered(status, "", "broken")).isEqualTo(new Outcome.Later(status + ": broken", null));
  }

  @Test
  void goneDisablesTheReceiver() {
    assertThat(answered(410, "", "")).isEqualTo(new Outcome.Gone("410"));
  }

  @Test
  void retryAfterIsHonouredInSecondsAndAsADateAndAtMostADay() {
    assertThat(answered(429, "Retry-After: 120\r\n", "")).isEqualTo(new Outcome.Later("429", Duration.ofMinutes(2)));
    assertThat(answered(503, "Retry-After: Mon, 05 Jan 2026 12:01:01 GMT\r\n", "")).isEqualTo(new Outcome.Later("503", Duration.ofMillis(59_500)));
    assertThat(answered(429, "Retry-After: 99999999\r\n", "")).isEqualTo(new Outcome.Later("429", Duration.ofDays(1)));
    assertThat(answered(429, "Retry-After: soon\r\n", "")).isEqualTo(new Outcome.Later("429", null));
    assertThat(answered(500, "Retry-After: 120\r\n", "")).isEqualTo(new Outcome.Later("500", null));
  }

  @Test
  void aRedirectIsNotFollowed() {
    hooks.on("/other", 200);
    assertThat(answered(307, "Location: " + hooks.url("/other") + "\r\n", "")).isEqualTo(new Outcome.Later("307 (redirects are not followed)", null));
    assertThat(hooks.posted("/other")).isEmpty();
  }

  @Test
  void whoDropsTheConnectionIsTriedAgain() {
    hooks.on("/hook", (posted, out) -> out.close());
    assertThat(webhook("/hook")).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void whoHangsOrDripsIsLeftWhenTheTimeIsUp() {
    hooks.on("/hang", (posted, out) -> Thread.sleep(20_000)).on("/drip", (posted, out) -> {
      out.write("HTTP/1.1 200 X\r\n".getBytes());
      for (int i = 0; i < 1_000; i++) {
        out.write("X-A: b\r\n".getBytes());
        out.flush();
        Thread.sleep(50);
      }
    });
    long start = System.nanoTime();
    assertThat(webhook("/hang")).isEqualTo(new Outcome.Later("no answer within 1 s", null));
    assertThat(webhook("/drip")).isEqualTo(new Outcome.Later("no answer within 1 s", null));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void anEndlessBodyCostsNothing() {
    hooks.on("/hook", (posted, out) -> {
      out.write("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
      for (int i = 0; i < 1_000_000; i++) {
        out.write("400\r\n".getBytes());
        out.write(new byte[1_024]);
        out.write("\r\n".getBytes());
      }
    });
    long start = System.nanoTime();
    assertThat(webhook("/hook")).isInstanceOf(Outcome.Delivered.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void addressesOfTheOwnNetworkAreRefusedUnlessTheyAreAllowed() {
    hooks.on("/hook", 200);
    Address hook = new Address.Webhook(new Secret(hooks.url("/hook")), List.of(KEY), null);
    assertThat(deliver(hook, List.of()).answer()).startsWith("not asked: 127.0.0.1 is a loopback address");
    assertThat(deliver(new Address.Slack(new Secret("http://localhost:" + hooks.port() + "/hook")), List.of()).answer()).contains("a loopback address");
    assertThat(deliver(new Address.Slack(new Secret("http://169.254.169.254/latest/meta-data")), LOOPBACK).answer()).contains("a link-local address");
    assertThat(hooks.posted("/hook")).isEmpty();
    assertThat(deliver(hook, LOOPBACK)).isInstanceOf(Outcome.Delivered.class);
  }

  @Test
  void nothingSecretStandsInAnAnswer() {
    hooks.on("/services/T0/xyzzy", (posted, out) -> LocalHooks.answer(out, 500, "", "no \u001b[31m /services/T0/xyzzy\nfor " + posted.headers()));
    Outcome outcome = deliver(new Address.Webhook(new Secret(hooks.url("/services/T0/xyzzy")), List.of(KEY), new Secret("open sesame")), LOOPBACK);
    assertThat(outcome.answer()).startsWith("500: no [31m *** for").doesNotContain("xyzzy", "sesame", "MfKQ9", "\n", "\u001b");
  }

  @Test
  void aMessageThatAServiceRefusesIsNotSentAgain() {
    hooks.on("/slack", 400).on("/pd", 400).on("/teams", 413);
    assertThat(deliver(new Address.Slack(new Secret(hooks.url("/slack"))), LOOPBACK)).isInstanceOf(Outcome.Refused.class);
    assertThat(deliver(new Address.Teams(new Secret(hooks.url("/teams"))), LOOPBACK)).isInstanceOf(Outcome.Refused.class);
    assertThat(deliver(new Address.PagerDuty(new Secret(hooks.url("/pd")), new Secret("R0123")), LOOPBACK)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void pagerDutyIsToldTheAlertsIdAsTheKeyOfTheIncident() throws Exception {
    hooks.on("/pd", 202);
    deliver(new Address.PagerDuty(new Secret(hooks.url("/pd")), new Secret("R0123")), LOOPBACK);
    JsonNode event = Json.mapper().readTree(hooks.posted("/pd").get(0).body());
    assertThat(event.get("routing_key").asText()).isEqualTo("R0123");
    assertThat(event.get("dedup_key").asText()).isEqualTo("a1");
    assertThat(event.get("event_action").asText()).isEqualTo("trigger");
    assertThat(event.at("/payload/severity").asText()).isEqualTo("critical");
    assertThat(event.at("/payload/summary").asText()).isEqualTo("CRITICAL: Russia rejects something (Russia: REJECT)");
    assertThat(event.at("/links/0/href").asText()).isEqualTo("https://example.org/a?b=1&c=2");
  }

  @Test
  void thereMayBeNobodyAtAll() {
    int port = hooks.port();
    hooks.close();
    assertThat(deliver(new Address.Slack(new Secret("http://127.0.0.1:" + port + "/")), LOOPBACK).answer()).contains("refused");
    assertThat(deliver(new Address.Slack(new Secret("http://nobody.invalid/")), LOOPBACK).answer()).isEqualTo("there is no host nobody.invalid");
  }
}
