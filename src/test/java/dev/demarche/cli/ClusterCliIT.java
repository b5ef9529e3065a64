package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.app.StreamApp;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.cli.Cli.Running;
import dev.demarche.domain.Alert;
import dev.demarche.pipeline.Counters;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicFiles;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that talk to a cluster, against a broker of this process; each test has a prefix of its own. */
class ClusterCliIT {
  @TempDir static Path folder;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = new EmbeddedKafka(folder.resolve("kafka")).start();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static Ran run(String prefix, String... arguments) throws Exception {
    return Cli.run(with(prefix, arguments));
  }

  private static String[] with(String prefix, String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--bootstrap", kafka.bootstrap(), "--set", "topic.prefix=" + prefix))
        .toArray(String[]::new);
  }

  private static Ran apply(String prefix) throws Exception {
    return run(prefix, "topics", "apply", "--partitions", "2");
  }

  private static void await(String what, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static List<String> keys(String topic) {
    List<String> keys = new ArrayList<>();
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", kafka.bootstrap(), "isolation.level", "read_committed"), topic)) {
      reader.readToEnd(record -> keys.add(record.key()));
    }
    return keys;
  }

  @Test
  void topicsArePlannedAppliedAndListed() throws Exception {
    Ran before = run("t.", "topics", "plan", "--partitions", "2");
    assertThat(before.code()).isEqualTo(2);
    assertThat(before.out()).contains("+ t.articles: create with 2 partitions, 1 replica", "+ t.watches: create with 1 partition, 1 replica",
        "run \"demarche topics apply\" to make it so");
    Ran applied = apply("t.");
    assertThat(applied.code()).isZero();
    assertThat(applied.out()).endsWith("done" + System.lineSeparator());
    Ran after = run("t.", "topics", "plan", "--partitions", "2");
    assertThat(after.code()).isZero();
    assertThat(after.out()).isEqualTo("all topics are as wanted" + System.lineSeparator());
    Ran list = run("t.", "topics", "list", "--json");
    assertThat(list.lines()).hasSameSizeAs(TopicFiles.bundled());
    assertThat(Json.read(list.lines().get(0).getBytes(StandardCharsets.UTF_8), TopicState.class).name()).isEqualTo("t.actors");
    assertThat(run("t.", "topics", "list").out()).containsPattern("t\\.alerts +2 partitions +1 replicas +delete +retention 365 d")
        .containsPattern("t\\.watches +1 partitions +1 replicas +compact +retention for ever");
    Ran refused = run("t.", "topics", "apply", "--partitions", "3");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("! t.articles: has 2 partitions, wanted 3: refused");
    assertThat(refused.err()).contains("nothing was changed");
  }

  @Test
  void watchesArePutListedShownAndDeleted() throws Exception {
    apply("w.");
    Path good = Files.writeString(folder.resolve("good.yaml"), """
        - id: says-no
          name: Anybody says no
          severity: critical
          kind: stance
          acts: [REJECT]
        - id: speaks
          kind: statement
          words: offer
        """);
    Ran put = run("w.", "watches", "put", good.toString());
    assertThat(put.code()).as(put.err()).isZero();
    assertThat(put.lines()).containsExactly("says-no v0", "speaks v1");

    Path bad = Files.writeString(folder.resolve("bad.yaml"), """
        - id: fine
          kind: statement
          words: offer
        - id: wrong
          kind: stance
          acts: [REJCT]
        - id: broken
          kind: stance
          words: "(offer AND"
        """);
    Path stranger = Files.writeString(folder.resolve("stranger.yaml"), "- id: s\n  kind: stance\n  issues: [no-such-issue]\n");
    Ran refused = run("w.", "watches", "put", bad.toString(), stranger.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).containsPattern("bad\\.yaml:6: acts\\[0\\]: .*REJCT.*; write one of: .*reject").contains("nothing was put");
    assertThat(refused.err()).containsPattern("bad\\.yaml:9: words: .*; close every quotation mark")
        .containsPattern("stranger\\.yaml:3: issues\\[0\\]: ");
    assertThat(run("w.", "watches", "put", folder + "/none.yaml").err()).isEqualTo(
        folder + "/none.yaml: there is no such file; name one that exists" + System.lineSeparator());

    Ran list = run("w.", "watches", "list");
    assertThat(list.lines()).satisfiesExactly(
        one -> assertThat(one).matches("says-no +v0 +critical +stance +Anybody says no"),
        two -> assertThat(two).matches("speaks +v1 +warning +statement +speaks"));
    assertThat(run("w.", "watches", "show", "says-no").out()).startsWith("version 0").contains("\"acts\" : [ \"REJECT\" ]");

    Ran deleted = run("w.", "watches", "delete", "none", "speaks");
    assertThat(deleted.code()).isEqualTo(1);
    assertThat(deleted.lines()).containsExactly("speaks deleted");
    assertThat(deleted.err()).contains("there is no watch none; see: demarche watches list");
    assertThat(run("w.", "watches", "list", "--json").lines()).singleElement().asString().contains("\"id\":\"says-no\"");
  }

  @Test
  void whereThereAreNoPositionsItIsSaidWhatMakesThem() throws Exception {
    apply("e.");
    Ran none = run("e.", "positions");
    assertThat(none.code()).isZero();
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("there are no positions on e.positions yet", "demarche run", "demarche publish");
  }

  @Test
  void publishedArticlesBecomeAlertsAndDeadLettersThatCanBeRead() throws Exception {
    apply("p.");
    Path watch = Files.writeString(folder.resolve("watch.yaml"), "- id: no\n  kind: stance\n  acts: [REJECT]\n- id: yes\n  kind: stance\n  acts: [AGREE]\n");
    assertThat(run("p.", "watches", "put", watch.toString()).code()).isZero();
    Path articles = Files.writeString(folder.resolve("articles.jsonl"), """
        {"id":"a1","text":"Norland REJECT Sudria and its offer"}
        {"id":"a2","text":"Sudria AGREE Norland on fish","publishedAt":"2025-05-13"}
        {"id":"a3"}
        """);
    Settings settings = Settings.of(Map.of("bootstrap", kafka.bootstrap(), "topic.prefix", "p.", "application.id", "p", "threads", "1",
        "state.dir", folder.resolve("p-state").toString(), "limits.text.bytes", "100"));
    try (StreamApp app = new StreamApp(settings, FakeTagger::new, Clock.systemUTC())) {
      app.start();
      assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
      Ran published = run("p.", "publish", articles.toString());
      assertThat(published.code()).isEqualTo(1);
      assertThat(published.err()).contains("articles.jsonl:3: field \"text\" is missing", "published 2 articles to p.articles, 1 could not be read");
      await("both are tagged", () -> app.counters().count(Counters.Name.TAGGED) == 2);
      Ran again = Cli.runWithInput("{\"id\":\"a1\",\"text\":\"Norland REJECT Sudria and its offer\"}\n{\"id\":\"long\",\"text\":\"" + "x".repeat(101) + "\"}",
          with("p.", "publish", "-"));
      assertThat(again.code()).as(again.err()).isZero();
      await("the second is known", () -> app.counters().count(Counters.Name.KNOWN) == 1);
      await("the long one is dead", () -> keys("p.dead-letters").contains("long"));
      await("two alerts", () -> keys("p.alerts").size() == 2);
    }
    assertThat(run("p.", "positions", "--actor", "norland", "--json").lines()).singleElement().asString()
        .startsWith("{\"actor\":null,\"name\":\"Norland\",\"issue\":null,\"target\":\"Sudria\"").contains("\"act\":\"REJECT\"");
    assertThat(run("p.", "positions", "--target", "norland").out()).startsWith("Sudria  towards Norland");
    Ran alerts = run("p.", "alerts", "--json");
    assertThat(alerts.code()).isZero();
    assertThat(alerts.lines()).extracting(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class))
        .extracting(alert -> alert.watch().id()).containsExactlyInAnyOrder("no", "yes");
    Ran text = run("p.", "alerts", "--watch", "yes");
    assertThat(text.out()).contains("Sudria AGREE -> Norland", "2025-05-13 00:00 UTC", "watch yes v1").doesNotContain("watch no");
    Path draft = Files.writeString(folder.resolve("draft.yaml"), "- id: draft\n  kind: stance\n  actors: [Norland]\n  roles: [holder, target]\n");
    assertThat(run("p.", "watches", "test", draft.toString(), "--since", "1h").out())
        .startsWith("draft: 2 alerts since 1h in 2 notifications (2 findings in 2 articles)").contains("Norland REJECT", "Sudria AGREE -> Norland");
    Path bad = Files.writeString(folder.resolve("bad-draft.yaml"), "- id: draft\n  kind: stance\n  acts: [REFUSE]\n");
    assertThat(run("p.", "watches", "test", bad.toString()).err()).contains("bad-draft.yaml:3: acts[0]");
    assertThat(run("p.", "watches", "test", draft.toString(), "--since", "soon").code()).isEqualTo(2);
    assertThat(keys("p.watches")).containsExactlyInAnyOrder("no", "yes");
    Ran letters = run("p.", "dead-letters", "--json");
    assertThat(letters.lines()).singleElement().satisfies(line ->
        assertThat(Json.read(line.getBytes(StandardCharsets.UTF_8), DeadLetter.class).reason()).isEqualTo(DeadLetter.Reason.TEXT_TOO_LARGE));
    assertThat(run("p.", "dead-letters", "--reason", "text_too_large").out()).contains("TEXT_TOO_LARGE  field \"text\" has 101 bytes", "mend", "p.articles-");
  }

  @Test
  void topicsThatAreMissingAreToldByEveryCommandAtOnce() throws Exception {
    Path article = Files.writeString(folder.resolve("some.txt"), "x");
    for (String[] command : List.of(new String[] {"run"}, new String[] {"publish", article.toString()}, new String[] {"alerts"})) {
      long start = System.nanoTime();
      Ran ran = run("none.", command);
      assertThat(ran.code()).as(command[0]).isEqualTo(1);
      assertThat(ran.err()).as(command[0]).contains("none.").contains("demarche topics apply").doesNotContain("\tat ");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(command[0]).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void runTakesWorkKeepsItsStateFolderToItselfAndEndsCleanlyWhenTerminated() throws Exception {
    assertThat(run("r.", "topics", "apply", "--partitions", "2", "--packs").code()).isZero();
    String[] command = with("r.", "run", "--set", "state.dir=" + folder.resolve("r-state"), "--set", "threads=1",
        "--set", "application.id=r");
    Running stream = Cli.start(command);
    stream.awaitErr("running: r on " + kafka.bootstrap() + ", topics r.*");
    assertThat(keys("r.watches")).contains("russia-rejects");
    assertThat(keys("r.actors")).contains("vladimir-putin");
    Path article = Files.writeString(folder.resolve("seen.txt"), "Norland rejected the offer.");
    assertThat(run("r.", "publish", article.toString()).code()).isZero();
    await("it is tagged", () -> keys("r.tagged").contains("seen"));
    Ran second = Cli.run(command);
    assertThat(second.code()).as(second.err()).isEqualTo(2);
    assertThat(second.err()).contains("is in use by another instance", "set " + Setting.STATE_DIR.key());
    long start = System.nanoTime();
    Ran ended = stream.terminate();
    assertThat(ended.code()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(ended.err()).doesNotContain("ERROR").doesNotContain("\tat ");
  }
}
