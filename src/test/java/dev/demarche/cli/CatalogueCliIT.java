package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Demo;
import dev.demarche.app.Engine;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Stance;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues changed from the command line while the stream runs. */
@Timeout(120)
class CatalogueCliIT {
  private static final Demo DEMO = new Demo();

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws Exception {
    DEMO.start(new Demo.Plan(0, 1, true, Engine::tagger, Map.of("threads", "1")));
  }

  @AfterAll
  static void stop() {
    DEMO.close();
  }

  private static String[] here(String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--bootstrap", DEMO.settings().text(Setting.BOOTSTRAP))).toArray(String[]::new);
  }

  /** A run of the jar. */
  private static Ran runJar(String... arguments) throws Exception {
    return Cli.run(here(arguments));
  }

  /** A run in this process, which is faster. */
  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(here(arguments));
    return new Ran(code, out.toString(), err.toString());
  }

  private static Path write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.writeString(folder.resolve(name), text);
  }

  private static <T> List<T> committed(Topic<?, ?> topic, Class<T> type, Predicate<T> wanted) {
    List<T> found = new ArrayList<>();
    String name = topic.name(DEMO.settings().text(Setting.TOPIC_PREFIX));
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(DEMO.settings()), name)) {
      reader.readToEnd(record -> {
        if (record.value() != null) {
          found.add(Json.read(record.value(), type));
        }
      });
    }
    return found.stream().filter(wanted).toList();
  }

  private static <T> T await(Topic<?, ?> topic, Class<T> type, Predicate<T> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      List<T> found = committed(topic, type, wanted);
      if (!found.isEmpty()) {
        return found.get(0);
      }
      assertThat(System.nanoTime()).as("a record of " + topic.name("") + " as wanted").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static TaggedArticle tagged(String id, String text) throws InterruptedException {
    DEMO.publisher().publish(new Article(id, 1, null, id + ".example", null, text, "en", Instant.parse("2026-01-05T12:00:00Z"), null, null));
    DEMO.publisher().flush();
    return await(Topics.TAGGED, TaggedArticle.class, article -> article.id().equals(id));
  }

  private static Stance rejection(TaggedArticle article) {
    return article.stances().stream().filter(stance -> stance.act().name().equals("REJECT")).findFirst().orElseThrow();
  }

  @Test
  void whatIsPutIsKnownInTheNextArticleWithoutARestart() throws Exception {
    String text = "Ada Quillstone rejected the fishing pact on Monday.";
    Stance before = rejection(tagged("before", text));
    assertThat(before.holderActor()).isNull();
    assertThat(before.issues()).isEmpty();

    Path actors = write("live/actors.yaml", """
        - {id: zorvania, name: Zorvania, type: country, demonyms: [Zorvanian]}
        - id: ada-quillstone
          name: Adelaide Quillstone
          type: person
          aliases: [Ada Quillstone]
          country: zorvania
          roles:
            - {title: fisheries minister, of: zorvania, from: 2024-01-01}
        - {id: coast-states, name: Coast states, type: organization, members: [norway, zorvania]}
        """);
    Path issues = write("live/issues.yaml", "{id: fishing, name: Fishing, words: fishing OR fishery}");
    Path watches = write("live/watches.yaml", "{id: coast-rejects, kind: stance, actors: [coast-states], acts: [reject]}");
    assertThat(runJar("actors", "put", actors.toString()).lines()).hasSize(3).first().asString().matches("zorvania v\\d+");
    assertThat(run("issues", "put", issues.toString()).lines()).singleElement().asString().matches("fishing v\\d+");
    assertThat(run("watches", "put", watches.toString()).code()).isZero();

    TaggedArticle after = null;
    for (int i = 0; after == null || rejection(after).holderActor() == null || rejection(after).issues().isEmpty(); i++) {
      assertThat(i).as("articles until the catalogues were taken").isLessThan(50);
      after = tagged("after-" + i, text);
    }
    assertThat(rejection(after).holderActor()).isEqualTo("ada-quillstone");
    assertThat(rejection(after).holder()).isEqualTo("Adelaide Quillstone");
    assertThat(rejection(after).issues()).containsExactly("fishing");
    tagged("last", "Norway rejected the whaling treaty.");
    assertThat(await(Topics.ALERTS, Alert.class, alert -> alert.watch().id().equals("coast-rejects")).reason())
        .isEqualTo("Adelaide Quillstone (Coast states, holder) REJECT");
    assertThat(await(Topics.ALERTS, Alert.class, alert -> alert.reason() != null && alert.reason().startsWith("Norway")).reason())
        .isEqualTo("Norway (Coast states, holder) REJECT");

    Ran shown = run("actors", "show", "ada-quillstone");
    assertThat(shown.out()).startsWith("version ").contains("belongs to: coast-states", "\"name\" : \"Adelaide Quillstone\"");
    assertThat(run("actors", "list", "--group", "coast-states", "--type", "person", "quill").lines()).singleElement().asString()
        .matches("ada-quillstone +v\\d+ +person +zorvania +Adelaide Quillstone");

    Ran refused = run("actors", "delete", "coast-states", "zorvania");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).containsPattern("news.watches, version \\d+: actors\\[0]: there is no actor \"coast-states\"")
        .containsPattern("news.actors, version \\d+: country: there is no country \"zorvania\"").contains("nothing was deleted");
    assertThat(run("actors", "delete", "--force", "coast-states").lines()).containsExactly("coast-states deleted");
    assertThat(run("issues", "delete", "fishing", "fishing-rods").code()).isEqualTo(1);
  }

  @Test
  void aFolderIsCheckedAsAWholeAndThenPutOrLeft() throws Exception {
    Path bad = write("bad/actors/a.yaml", """
        - {id: atlantis, name: Atlantis, type: country, capitol: Poseidonis}
        - {id: league, name: Sea League, type: organization, aliases: [NATO], parent: nowhere, members: [atlantis]}
        """).getParent().getParent();
    Ran refused = run("actors", "import", bad.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains(bad + "/actors/a.yaml:1: capitol: is no field of an actor; write \"capital\"", "nothing was put");
    write("bad/actors/a.yaml", """
        - {id: atlantis, name: Atlantis, type: country}
        - {id: league, name: Sea League, type: organization, aliases: [NATO], parent: nowhere, members: [atlantis]}
        """);
    assertThat(run("actors", "import", bad.toString()).err()).contains("a.yaml:2: parent: there is no body \"nowhere\"")
        .containsPattern("a.yaml:2: aliases\\[0]: \"NATO\" also names nato \\(news.actors, version \\d+\\)");
    assertThat(committed(Topics.ACTORS, Actor.class, actor -> actor.id().equals("atlantis"))).isEmpty();

    Path good = write("good/issues/i.yaml", "- {id: kelp, name: Kelp, words: kelp}\n- {id: krill, name: Krill, words: krill}\n")
        .getParent().getParent();
    assertThat(run("issues", "import", good.toString(), "--dry-run").out()).startsWith("issues: 2 added, 0 changed, 0 unchanged, 0 deleted (dry");
    assertThat(run("issues", "import", good.toString()).lines()).containsExactly("issues: 2 added, 0 changed, 0 unchanged, 0 deleted");
    write("good/issues/i.yaml", "- {id: kelp, name: Kelp, words: kelp OR seaweed}\n- {id: krill, name: Krill, words: krill}\n");
    assertThat(run("issues", "import", good.toString()).lines()).containsExactly("issues: 0 added, 1 changed, 1 unchanged, 0 deleted");
    assertThat(run("issues", "import", good.toString(), "--prune").err()).containsPattern("news.watches, .*there is no issue \"ceasefire\"");
    Ran bundled = runJar("issues", "import", "--bundled", "--prune");
    assertThat(bundled.out()).containsPattern("issues: 0 added, 0 changed, \\d+ unchanged, [23] deleted");
    assertThat(run("issues", "list", "kelp").out()).isEmpty();
    assertThat(run("issues", "list", "--json", "truce").out())
        .startsWith("{\"id\":\"ceasefire\"");
  }
}
