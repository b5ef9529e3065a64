package dev.demarche.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.alerting.Label;
import dev.demarche.app.Setting;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.SecretSource;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.delivery.receivers.ReceiversFile;
import dev.demarche.delivery.routing.Route;
import dev.demarche.domain.Severity;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/deliver.md says is so. */
class DeliverDocTest {
  private static final Map<String, String> SECRETS = Map.of("DESK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "SLACK_URL", "https://hooks.slack.example/T/B/x",
      "PAGERDUTY_KEY", "R012");

  @TempDir private Path folder;
  private final String document;

  DeliverDocTest() throws IOException {
    document = Files.readString(Path.of("docs", "deliver.md"));
  }

  private ReceiversFile example() throws IOException {
    String yaml = found("```yaml\\n(.*?)```").get(0).replace("/run/secrets/teams", "teams");
    Files.writeString(folder.resolve("teams"), "https://teams.example/x");
    Files.writeString(folder.resolve("smtp-password"), "secret");
    ReceiversFile.Read read = ReceiversFile.read(Files.writeString(folder.resolve("receivers.yaml"), yaml), SecretSource.of(SECRETS));
    assertThat(read.problems()).extracting(PackProblem::message).isEmpty();
    return read.file();
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(document).results().map((MatchResult match) -> match.group(1)).toList();
  }

  @Test
  void theExampleIsTakenAndRoutesAsItSays() throws IOException {
    Route root = example().root();
    assertThat(root.told(Alerts.alert("a", "russia-rejects", Severity.CRITICAL))).extracting(Route.Told::receiver).containsExactly("duty", "chat", "desk");
    assertThat(root.told(Alerts.alert("a", "france", Severity.INFO))).extracting(Route.Told::receiver).containsExactly("log");
  }

  @Test
  void namesEveryTypeLabelAndSetting() {
    assertThat(found("\\| `([a-z]+)` \\| `[^|]*\\|[^|]*\\|\\n")).contains("webhook", "slack", "teams", "pagerduty", "mail", "file", "atom");
    assertThat(Arrays.stream(Label.values()).map(Label::key)).allMatch(label -> document.contains("`" + label + "`"));
    assertThat(found("\\n\\| `((?:receivers|deliver\\.\\w+))` \\|")).containsExactlyElementsOf(
        Arrays.stream(Setting.values()).map(Setting::key).filter(key -> key.equals("receivers") || key.startsWith("deliver.")).toList());
  }

  @Test
  void theScheduleIsTheOneThatItNames() {
    List<Duration> named = Pattern.compile("(\\d+) ([smh])\\b").matcher(found("tried again: after (.*?), each give").get(0)).results()
        .map(match -> Duration.parse("PT" + match.group(1) + match.group(2).toUpperCase())).toList();
    assertThat(named).isEqualTo(Receiver.STANDARD_RETRY);
  }

  @Test
  void namesEveryMetric() throws IOException {
    DeliveryService service = new DeliveryService(new DeliveryService.Plan(example(), Map.of(), Map.of(), "g", "latest", 1, "news.", "a", System.out, Clock.systemUTC()));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new DeliveryMetrics(service).bindTo(registry);
    Set<String> there = registry.scrape().lines().filter(line -> line.startsWith("demarche_")).map(line -> line.replaceAll("[{ ].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new TreeSet<>(found("`(demarche_[a-z_]+)`"))).isEqualTo(there);
  }
}
