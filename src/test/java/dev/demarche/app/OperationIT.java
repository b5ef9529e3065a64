package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarche.console.ListenAddress;
import dev.demarche.tagging.FakeTagger;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What operators see of an instance that runs on a real broker. */
@Timeout(90)
class OperationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path OPS = Path.of("ops");

  /** Words of PromQL that are followed by what looks like a metric's name would be: functions, operators, and labels after by. */
  private static final Set<String> PROMQL = Set.of("sum", "max", "by", "rate", "increase", "abs", "absent", "deriv", "and");

  /** What Prometheus makes itself. */
  private static final Set<String> PROMETHEUS = Set.of("up");

  @TempDir static Path folder;
  private static final Demo DEMO = new Demo();
  private static Console console;
  private static Operation operation;
  private static ListenAddress address;

  @BeforeAll
  static void start() throws Exception {
    DEMO.start(new Demo.Plan(0, 2, true, FakeTagger::new, Map.of("threads", "1", "http.listen", "127.0.0.1:0")));
    console = Console.of(DEMO.settings(), DEMO.app(), null).orElseThrow();
    operation = new Operation(DEMO.settings(), DEMO.app(), List.of(), null, Optional.of(console));
    address = operation.start().orElseThrow();
    int seeds = DEMO.publishSeeds();
    assertThat(DEMO.awaitDone(seeds, PATIENCE)).isTrue();
  }

  @AfterAll
  static void stop() {
    operation.close();
    console.close();
    DEMO.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, Double> scrape() throws Exception {
    Map<String, Double> values = new HashMap<>();
    get("/metrics").body().lines().filter(line -> !line.startsWith("#"))
        .forEach(line -> values.put(line.substring(0, line.lastIndexOf(' ')), Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
    return values;
  }

  private static double sum(Map<String, Double> values, String metric) {
    return values.entrySet().stream().filter(entry -> entry.getKey().startsWith(metric + "{")).mapToDouble(Map.Entry::getValue).sum();
  }

  @Test
  void isReadyWithItsCataloguesLoaded() throws Exception {
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    JsonNode body = new ObjectMapper().readTree(ready.body());
    assertThat(body.get("state").asText()).isEqualTo("RUNNING");
    assertThat(body.get("catalogues").get("actors").asInt()).isGreaterThan(100);
    assertThat(body.get("catalogues").get("watches").asInt()).isPositive();
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsKeepTheEquationOfArticles() throws Exception {
    Map<String, Double> values = scrape();
    assertThat(sum(values, "demarche_articles_total")).isPositive().isEqualTo(sum(values, "demarche_articles_disposed_total"));
    assertThat(sum(values, "demarche_articles_unaccounted")).isZero();
    assertThat(sum(values, "demarche_hits_total")).isEqualTo(sum(values, "demarche_alerts_total") + sum(values, "demarche_told_total"));
    assertThat(values).containsEntry("demarche_ready{application=\"demarche\"}", 1.0)
        .containsEntry("demarche_lag_records{application=\"demarche\",topic=\"articles\"}", 0.0);
    assertThat(sum(values, "demarche_stage_seconds_total")).isPositive();
  }

  @Test
  void dashboardAndRulesUseMetricsThatThereAre() throws Exception {
    Set<String> there = namesOnceMemoryWasCollected();
    there.addAll(PROMETHEUS);
    JsonNode dashboard = new ObjectMapper().readTree(Files.readString(OPS.resolve("dashboard.json")));
    Set<String> inDashboard = metrics(dashboard.findValuesAsText("expr"));
    assertThat(inDashboard).hasSizeGreaterThan(20);
    assertThat(there).containsAll(inDashboard);
    Set<String> inRules = metrics(expressions(new Yaml().load(Files.readString(OPS.resolve("rules.yml")))));
    assertThat(inRules).hasSizeGreaterThan(8);
    assertThat(there).containsAll(inRules);
  }

  /** The metrics of collecting memory are there only once it was collected, of which the JVM tells a moment later. */
  private Set<String> namesOnceMemoryWasCollected() throws Exception {
    System.gc();
    Set<String> there = Set.of();
    for (int i = 0; i < 100 && !there.contains("jvm_gc_pause_seconds_sum"); i++) {
      Thread.sleep(50);
      there = scrape().keySet().stream().map(series -> series.replaceAll("\\{.*", "")).collect(Collectors.toSet());
    }
    return there;
  }

  @Test
  void theDocumentNamesEveryMetricOfOurs() throws Exception {
    Set<String> ours = scrape().keySet().stream().map(series -> series.replaceAll("\\{.*", "")).filter(name -> name.startsWith("demarche_"))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = new TreeSet<>();
    Matcher name = Pattern.compile("`(demarche_[a-z_]+)").matcher(Files.readString(Path.of("docs/operate.md")));
    while (name.find()) {
      told.add(name.group(1));
    }
    assertThat(told).isEqualTo(ours);
  }

  @SuppressWarnings("unchecked")
  private static List<String> expressions(Map<String, ?> file) {
    return ((List<Map<String, List<Map<String, Object>>>>) file.get("groups")).stream().flatMap(group -> group.get("rules").stream())
        .map(rule -> rule.get("expr").toString()).toList();
  }

  /** The names in PromQL that are metrics': what is left without labels, ranges and PromQL's own words. */
  private static Set<String> metrics(List<String> expressions) {
    Set<String> names = new TreeSet<>();
    for (String expression : expressions) {
      String bare = expression.replaceAll("\\{[^}]*}", " ").replaceAll("\\[[^]]*]", " ").replaceAll("by \\([^)]*\\)", " ");
      Matcher word = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*").matcher(bare);
      while (word.find()) {
        names.add(word.group());
      }
    }
    names.removeAll(PROMQL);
    return names;
  }

  @Test
  void anInstanceThatStopsHandsItsPartitionsOverAndIsNotReadyAnyMore() throws Exception {
    Map<String, String> more = Map.of("bootstrap", DEMO.settings().text(Setting.BOOTSTRAP), "application.id", "two", "threads", "1");
    StreamApp first = instance(more, "first");
    StreamApp second = instance(more, "second");
    try (first; second) {
      await("both have tasks", () -> tasks(first) > 0 && tasks(second) > 0);
      int all = tasks(first) + tasks(second);
      long start = System.nanoTime();
      first.close();
      assertThat(first.handedOver()).isTrue();
      assertThat(first.readiness().ready()).isFalse();
      assertThat(first.readiness().reason()).isEqualTo("the instance stops");
      await("the other has all tasks", () -> tasks(second) == all && second.readiness().ready());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as("less than a session that times out").isLessThan(Duration.ofSeconds(20));
    }
  }

  private static StreamApp instance(Map<String, String> settings, String name) {
    Map<String, String> own = new HashMap<>(settings);
    own.put("state.dir", folder.resolve(name).toString());
    StreamApp app = new StreamApp(Settings.of(own), FakeTagger::new, Clock.systemUTC());
    app.start();
    return app;
  }

  private static int tasks(StreamApp app) {
    return app.streams().metadataForLocalThreads().stream().mapToInt(thread -> thread.activeTasks().size()).sum();
  }

  private static void await(String what, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + " within " + PATIENCE.toSeconds() + " s").isLessThan(end);
      Thread.sleep(50);
    }
  }

  @Test
  void anAddressThatIsTakenStopsTheStartOnlyWhereItWasSet() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      Settings set = Settings.of(Map.of("http.listen", "127.0.0.1:" + taken.getLocalPort()));
      try (Operation other = new Operation(set, DEMO.app(), List.of())) {
        assertThatThrownBy(other::start).isInstanceOf(SettingsException.class).hasMessageContaining("set http.listen to an address of this");
      }
    }
    try (Operation off = new Operation(Settings.of(Map.of("http.listen", "off")), DEMO.app(), List.of())) {
      assertThat(off.start()).isEmpty();
    }
  }
}
