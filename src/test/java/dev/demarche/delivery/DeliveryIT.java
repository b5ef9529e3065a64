package dev.demarche.delivery;

import static dev.demarche.delivery.DeliveryRig.await;
import static dev.demarche.delivery.DeliveryRig.file;
import static dev.demarche.delivery.DeliveryRig.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.delivery.receivers.ReceiversFile;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Delivery.Status;
import dev.demarche.domain.Severity;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Schemas;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The delivery on a real broker, to receivers that behave well and badly. */
@Timeout(120)
class DeliveryIT {
  @TempDir private static Path kafkaFolder;
  private static EmbeddedKafka kafka;

  @TempDir private Path folder;
  private final LocalHooks hooks = new LocalHooks();
  private DeliveryRig rig;

  @BeforeAll
  static void startKafka() throws Exception {
    kafka = new EmbeddedKafka(kafkaFolder).start();
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @BeforeEach
  void prepare(TestInfo test) {
    rig = new DeliveryRig(kafka, test.getTestMethod().orElseThrow().getName().substring(0, 12) + ".", 3);
  }

  @AfterEach
  void close() {
    rig.close();
    hooks.close();
  }

  @Test
  void whoHangsFailsOrIsAwayHoldsNobodyElseUp() throws Exception {
    hooks.on("/good", 200).on("/broken", 500).on("/hang", (posted, out) -> Thread.sleep(60_000)).on("/drop", (posted, out) -> out.close());
    try (LocalMail mail = new LocalMail()) {
      ReceiversFile file = file(folder, "{receivers: [good, broken, hang, drop, away, mail, lines, feed]}", webhook("good", hooks.url("/good"), ""),
          webhook("broken", hooks.url("/broken"), ""), webhook("hang", hooks.url("/hang"), ", timeout: 30s"), webhook("drop", hooks.url("/drop"), ""),
          webhook("away", "http://127.0.0.1:1/", ""), "name: mail, type: mail, host: localhost, port: " + mail.port() + ", tls: none, from: a@example.org, to: [b@example.org], digest: 1s",
          "name: lines, type: file, path: alerts.jsonl", "name: feed, type: atom, path: alerts.atom, entries: 50");
      DeliveryService service = rig.start(file, 500);
      long start = System.nanoTime();
      List<String> ids = rig.publish(100);
      await("all are told whom nobody holds up", () -> List.of("good", "mail", "lines", "feed").stream().allMatch(name -> service.ended(name, Status.DELIVERED) == 100));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(hooks.ids("/good")).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(mail.messages()).hasSizeBetween(2, 10);
      assertThat(Files.readAllLines(folder.resolve("alerts.jsonl"))).hasSize(100);
      assertThat(Files.readString(folder.resolve("alerts.atom")).split("<entry>")).hasSize(51);
      assertThat(rig.stand("hang")).containsOnly(Map.entry(Status.PENDING, 100L));
      assertThat(rig.stand("broken")).containsOnly(Map.entry(Status.PENDING, 100L));
      assertThat(rig.deliveries().get("alert-0|good").why()).isEqualTo("route");
      assertThat(rig.deliveries().values()).allSatisfy(delivery -> assertThat(Schemas.faults(Topics.DELIVERIES, Json.write(delivery))).isEmpty());
      // A receiver that is down is asked now and then, not for each alert.
      assertThat(service.attempts("broken")).isLessThan(30);
    }
  }

  @Test
  void aRestartLosesNothingAndRepeatsNothing() throws Exception {
    Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    hooks.on("/good", 204).on("/second", (posted, out) -> LocalHooks.answer(out, refusedOnce.add(posted.id()) ? 503 : 200, "", ""));
    ReceiversFile file = file(folder, "{receivers: [good, second]}", webhook("good", hooks.url("/good"), ""), webhook("second", hooks.url("/second"), ", at_once: 64, retry: [1s, 1s, 1s, 1s, 1s]"));
    List<String> ids = new java.util.ArrayList<>(rig.publish(30));
    DeliveryService first = rig.start(file, 500);
    await("some are told", () -> first.ended("good", Status.DELIVERED) > 10);
    first.close();
    ids.addAll(rig.publish(30));
    DeliveryService second = rig.start(file, 500);
    await("all are told", () -> rig.stand("second").equals(Map.of(Status.DELIVERED, 60L)) && rig.stand("good").equals(Map.of(Status.DELIVERED, 60L)));
    second.close();
    assertThat(hooks.ids("/good")).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(new HashSet<>(hooks.ids("/second"))).isEqualTo(new HashSet<>(ids));
    assertThat(hooks.ids("/second")).hasSize(120);

    DeliveryService third = rig.start(file, 500);
    Thread.sleep(1_000);
    assertThat(third.attempts("good") + third.attempts("second")).isZero();
  }

  @Test
  void goneDisablesUntilAnOperatorAsks() throws Exception {
    AtomicInteger status = new AtomicInteger(410);
    hooks.on("/hook", (posted, out) -> LocalHooks.answer(out, status.get(), "", ""));
    ReceiversFile file = file(folder, "{receiver: desk}", webhook("desk", hooks.url("/hook"), ", at_once: 1"));
    DeliveryService service = rig.start(file, 500);
    rig.publish(5);
    await("all are disabled", () -> rig.stand("desk").equals(Map.of(Status.DISABLED, 5L)));
    assertThat(hooks.posted("/hook")).hasSize(1);
    assertThat(service.disabled("desk")).isTrue();
    service.close();

    DeliveryService next = rig.start(file, 500);
    rig.publish(5);
    await("all are disabled", () -> rig.stand("desk").equals(Map.of(Status.DISABLED, 10L)));
    assertThat(hooks.posted("/hook")).as("it is not asked again after a restart").hasSize(1);

    status.set(200);
    askAgain(Status.DISABLED);
    await("all are told", () -> rig.stand("desk").equals(Map.of(Status.DELIVERED, 10L)));
    assertThat(next.disabled("desk")).isFalse();
    rig.publish(1);
    await("the next one, too", () -> rig.stand("desk").equals(Map.of(Status.DELIVERED, 11L)));
  }

  private void askAgain(Status status) {
    try (DeliveryLog log = new DeliveryLog(KafkaProperties.producer(rig.settings()), KafkaProperties.consumer(rig.settings()), rig.settings().text(Setting.TOPIC_PREFIX))) {
      log.write(rig.deliveries().values().stream().filter(delivery -> delivery.status() == status).map(delivery -> delivery.again(Instant.now())).toList());
    }
  }

  @Test
  void whatIsGivenUpCanBeTriedAgain() throws Exception {
    AtomicInteger status = new AtomicInteger(500);
    hooks.on("/hook", (posted, out) -> LocalHooks.answer(out, status.get(), "", "the database is down"));
    DeliveryService service = rig.start(file(folder, "{receiver: desk}", webhook("desk", hooks.url("/hook"), ", retry: [1s]")), 500);
    rig.publish(2);
    await("both are given up", () -> rig.stand("desk").equals(Map.of(Status.FAILED, 2L)));
    Delivery failed = rig.deliveries().get("alert-0|desk");
    assertThat(failed.attempts()).isEqualTo(2);
    assertThat(failed.answer()).isEqualTo("500: the database is down");
    status.set(200);
    askAgain(Status.FAILED);
    await("both are told", () -> service.ended("desk", Status.DELIVERED) == 2);
    assertThat(rig.deliveries().get("alert-0|desk").attempts()).isEqualTo(1);
  }

  @Test
  void memoryIsBoundedHoweverManyWait() throws Exception {
    AtomicInteger status = new AtomicInteger(500);
    hooks.on("/hook", (posted, out) -> LocalHooks.answer(out, status.get(), "", ""));
    ReceiversFile file = file(folder, "{receiver: desk}", webhook("desk", hooks.url("/hook"), ", retry: [1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s]"));
    DeliveryService service = rig.start(file, 5);
    List<String> ids = new java.util.ArrayList<>(rig.publish(200));
    await("all are recorded", () -> rig.deliveries().size() == 200);
    assertThat(service.pending("desk")).isLessThanOrEqualTo(3 * (5 + 4));
    service.close();
    DeliveryService next = rig.start(file, 5);
    ids.addAll(rig.publish(100));
    await("all are recorded", () -> rig.deliveries().size() == 300);
    assertThat(next.pending("desk")).isLessThanOrEqualTo(3 * (5 + 4));
    status.set(200);
    await("all are told", () -> rig.stand("desk").equals(Map.of(Status.DELIVERED, 300L)));
    assertThat(new HashSet<>(hooks.ids("/hook"))).isEqualTo(new HashSet<>(ids));
    assertThat(next.ended("desk", Status.DELIVERED)).as("each once").isEqualTo(300);
  }

  @Test
  void twoInstancesShareTheWorkAndOneTakesOverFromTheOther() throws Exception {
    hooks.on("/hook", (posted, out) -> {
      Thread.sleep(20);
      LocalHooks.answer(out, 200, "", "");
    });
    ReceiversFile file = file(folder, "{receiver: desk}", webhook("desk", hooks.url("/hook"), ", at_once: 1"));
    DeliveryService first = rig.start(file, 500);
    DeliveryService second = rig.start(file, 500);
    List<String> ids = new java.util.ArrayList<>();
    await("both work", () -> {
      ids.addAll(rig.publish(1));
      return first.attempts("desk") > 0 && second.attempts("desk") > 0;
    });
    ids.addAll(rig.publish(50));
    first.close();
    ids.addAll(rig.publish(20));
    await("all are told", () -> rig.stand("desk").equals(Map.of(Status.DELIVERED, (long) ids.size())));
    assertThat(hooks.ids("/hook")).as("and each once, since the first had time to end").containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void routesDecideAndWhatIsNoAlertBecomesADeadLetter() throws Exception {
    hooks.on("/all", 200).on("/critical", 200);
    DeliveryService service = rig.start(file(folder, "{receiver: all, routes: [{match: [severity=critical], receiver: critical}]}", webhook("all", hooks.url("/all"), ""),
        webhook("critical", hooks.url("/critical"), "")), 500);
    rig.publish("watch-0", "{no alert".getBytes());
    rig.publish("watch-0", null);
    rig.publish(Alerts.alert("a1", "watch-0", Severity.CRITICAL));
    rig.publish(Alerts.alert("a2", "watch-0", Severity.INFO));
    rig.publish(Alerts.alert("a1", "watch-0", Severity.CRITICAL)); // once more, as a stream without transactions may write it
    rig.publish(Alerts.alert("a3", "watch-0", Severity.INFO));
    await("both are told", () -> service.ended("all", Status.DELIVERED) == 2 && service.ended("critical", Status.DELIVERED) == 1);
    assertThat(hooks.ids("/all")).containsExactlyInAnyOrder("a2", "a3");
    assertThat(hooks.ids("/critical")).containsExactly("a1");
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(rig.settings()), Topics.DEAD_LETTERS.name(rig.settings().text(Setting.TOPIC_PREFIX)))) {
      assertThat(reader.newestByKey()).singleElement().satisfies(record -> {
        DeadLetter letter = Json.read(record.value(), DeadLetter.class);
        assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.UNREADABLE_RECORD);
        assertThat(Schemas.faults(Topics.DEAD_LETTERS, record.value())).isEmpty();
      });
    }
  }
}
