package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Demo;
import dev.demarche.app.Setting;
import dev.demarche.cli.Cli.Ran;
import dev.demarche.delivery.DeliveryRig;
import dev.demarche.delivery.LocalHooks;
import dev.demarche.domain.Article;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An alert from the article to the verdict, from the command line. */
@Timeout(120)
class AlertsCliIT {
  @TempDir private Path folder;
  private final Demo demo = new Demo();

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of(arguments), Stream.of("--bootstrap", demo.settings().text(Setting.BOOTSTRAP))).toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  private void publish(String id, String text) {
    demo.publisher().publish(new Article(id, 1, null, id + ".example", null, text, "en", null, null, null));
    demo.publisher().flush();
  }

  private void awaitLine(String words, String... arguments) throws Exception {
    DeliveryRig.await(words, () -> run(arguments).out().contains(words));
  }

  @Test
  void anAlertIsDeliveredSilencedAcknowledgedAndJudged() throws Exception {
    try (LocalHooks hooks = new LocalHooks(); demo) {
      hooks.on("/hook", 200);
      Files.writeString(folder.resolve("key"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
      Path file = Files.writeString(folder.resolve("receivers.yaml"), "allow: [127.0.0.1]\nreceivers: [{name: desk, type: webhook, url: '" + hooks.url("/hook")
          + "', secret_file: key}]\nroute: {receiver: desk}\n");
      demo.start(new Demo.Plan(0, 1, false, (actors, issues) -> new FakeTagger(new ArrayList<>(actors), new ArrayList<>(issues)),
          Map.of("threads", "1", "receivers", file.toString(), "deliver.from", "earliest")));
      Path watch = Files.writeString(folder.resolve("watch.yaml"), "{id: rejects, kind: stance, acts: [reject], group: {by: [actor], interval: 1s}}");
      assertThat(run("watches", "put", watch.toString()).err()).isEmpty();
      Ran silenced = run("silences", "add", "actor=Sudria", "--for", "1h", "--author", "bob", "--comment", "known");
      assertThat(silenced.code()).as(silenced.err()).isZero();
      String silence = silenced.out().strip();
      assertThat(run("silences", "list").out()).contains(silence, "in force", "actor=\"Sudria\"", "bob: known");
      assertThat(run("silences", "add", "actr=x", "--for", "1h").err()).contains("there is no label actr; write \"actor\"");

      publish("a0", "Estia REJECT plan"); // Catalogues and articles are not ordered: from the first alert on the watch is known.
      DeliveryRig.await("the watch is known", () -> {
        publish("w" + System.nanoTime(), "Estia REJECT w" + System.nanoTime());
        return !hooks.posted("/hook").isEmpty();
      });
      publish("a1", "Norland REJECT offer");
      publish("a2", "Sudria REJECT offer");
      awaitLine("Norland REJECT", "alerts", "list", "--watch", "rejects", "--since", "1h");
      String id = Json.mapper().readTree(run("alerts", "list", "--json").lines().stream().filter(line -> line.contains("Norland")).findFirst().orElseThrow())
          .at("/alert/id").asText();
      awaitLine("delivered  desk  attempt 1: 200", "alerts", "show", id);
      assertThat(hooks.posted("/hook")).anyMatch(posted -> id.equals(posted.id()) && posted.text().startsWith("{\"type\":\"alert.firing\""));
      assertThat(hooks.posted("/hook")).noneMatch(posted -> posted.text().contains("Sudria"));

      assertThat(run("alerts", "ack", id.substring(0, 12), "--author", "anna").out().strip()).isEqualTo(id + " acknowledge");
      assertThat(run("alerts", "verdict", id, "--useful", "--author", "anna", "--text", "timely").code()).isZero();
      awaitLine("useful: timely", "alerts", "show", id);
      assertThat(run("alerts", "show", id).lines().stream().map(line -> line.replaceAll("\\s+", " ")).toList())
          .anyMatch(line -> line.contains("state ACKNOWLEDGED, useful")).anyMatch(line -> line.contains("group actor=Norland"))
          .anyMatch(line -> line.contains("place news.alerts-0@")).anyMatch(line -> line.contains("fired first report"))
          .anyMatch(line -> line.contains("acknowledged anna")).anyMatch(line -> line.contains("offsets article a1 revision 1, sentence 0-"));
      assertThat(run("alerts", "list", "--json").lines()).anyMatch(line -> line.contains("\"SUPPRESSED\",\"by\":\"" + silence));
      assertThat(run("watches", "list", "--precision").out()).contains("precision 1.00 (1 of 1 judged)");
      assertThat(run("alerts", "list", "--state", "acknowledged").lines()).hasSize(1);
      assertThat(run("alerts", "ack", "nothing").code()).isEqualTo(1);
      assertThat(run("alerts", "comment", id).code()).isEqualTo(2);
      assertThat(run("silences", "end", silence).code()).isZero();
      assertThat(run("silences", "list").out()).isEmpty();
    }
  }
}
