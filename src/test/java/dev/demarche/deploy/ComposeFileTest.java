package dev.demarche.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarche.deploy.ComposeFile.Published;
import dev.demarche.deploy.ComposeFile.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposeFileTest {
  private final ComposeFile compose;
  private final ImageFile image;

  ComposeFileTest() throws IOException {
    compose = new ComposeFile();
    image = new ImageFile();
  }

  private List<Service> ours() {
    return compose.services().stream().filter(service -> service.image().startsWith("demarche:")).toList();
  }

  @Test
  void eachImageHasAVersion() {
    assertThat(compose.services()).allSatisfy(service -> assertThat(service.image()).matches("[a-z/]+:v?\\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void portsAreOpenToThisMachineAlone() {
    assertThat(compose.services()).flatExtracting(Service::ports).extracting(Published::address).containsOnly("127.0.0.1");
  }

  @Test
  void nothingOfTheMachineIsMountedButFilesOfTheProject() {
    List<String> paths = compose.services().stream().flatMap(service -> service.mounts().stream())
        .filter(mount -> mount.from() != null && mount.from().matches("[./~].*")).peek(mount -> assertThat(mount.readOnly()).isTrue())
        .map(ComposeFile.Mount::from).toList();

    assertThat(paths).isNotEmpty().allSatisfy(path -> assertThat(path).startsWith("./ops/").doesNotContain(".."));
    assertThat(paths).allSatisfy(path -> assertThat(Path.of(path)).isRegularFile());
  }

  @Test
  void theProgramMayDoNothingThatItNeedNot() {
    assertThat(ours()).hasSize(5).allSatisfy(service -> {
      assertThat(service.fields()).containsEntry("read_only", true).doesNotContainKeys("privileged", "user", "cap_add");
      assertThat(service.list("cap_drop")).containsExactly("ALL");
      assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
    });
    assertThat(image.all("USER")).containsExactly("10001:10001");
  }

  @Test
  void theProgramWritesOnlyWhereSomethingIsMounted() {
    String state = image.environment().get("DEMARCHE_STATE_DIR");

    assertThat(ours()).allSatisfy(service -> assertThat(service.mounts()).extracting(ComposeFile.Mount::to)
        .anyMatch(state::startsWith).contains("/tmp"));
  }

  @Test
  void theImageHoldsTheTestedJarAndNothingElseOfTheProject() throws IOException {
    assertThat(image.all("COPY")).singleElement().asString().startsWith("target/demarche.jar ");
    assertThat(image.all("ADD")).isEmpty();
    assertThat(Files.readAllLines(Path.of(".dockerignore"))).containsExactly("*", "!target/demarche.jar");
  }

  @Test
  void brokersOfTheClusterDifferOnlyInWhoTheyAre() {
    List<Map<String, String>> brokers = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      Map<String, String> environment = compose.service("kafka-" + i).environment();
      assertThat(environment.remove("KAFKA_NODE_ID")).isEqualTo("" + i);
      assertThat(environment.remove("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("INTERNAL://kafka-" + i + ":9092,EXTERNAL://localhost:2909" + (i + 1));
      brokers.add(environment);
    }

    assertThat(brokers).containsOnly(brokers.get(0));
    assertThat(brokers.get(0)).containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", "3").containsEntry("KAFKA_MIN_INSYNC_REPLICAS", "2")
        .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3").containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2")
        .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3");
  }

  @Test
  void composeItselfAcceptsTheFile() throws Exception {
    for (String profile : List.of("single", "cluster", "monitoring")) {
      Process config = command("docker-compose", "--profile", profile, "config", "--quiet");
      String said = new String(config.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(config.waitFor()).as(said).isZero();
    }
  }

  private static Process command(String... words) throws InterruptedException {
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "docker-compose is not installed");
      throw new AssertionError(e);
    }
  }
}
