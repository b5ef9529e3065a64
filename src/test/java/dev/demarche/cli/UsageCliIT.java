package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.cli.Cli.Ran;
import dev.demarche.cli.Cli.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsageCliIT {
  private static Running unanswered;

  @TempDir Path folder;

  /** It takes a while to give up, and the other tests can run meanwhile. */
  @BeforeAll
  static void askNobody() throws Exception {
    unanswered = Cli.start("topics", "plan", "--bootstrap", "localhost:1");
  }

  @Test
  void helpNamesEveryCommandAndTheFirstSteps() throws Exception {
    Ran ran = Cli.run("--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: demarche").contains("demarche demo").contains("demarche tag FILE");
    assertThat(ran.out()).contains("  run ", "  tag ", "  publish ", "  topics ", "  actors ", "  issues ", "  watches ", "  positions ", "  alerts ", "  dead-letters ", "  eval ");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void versionIsThatOfTheBuild() throws Exception {
    Ran ran = Cli.run("--version");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).matches("demarche \\d+\\.\\d+\\.\\d+\\S*\\s+");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "tga ; Unmatched argument at index 0: 'tga'",
      "tag ; Missing required parameter: 'FILE|FOLDER|-'",
      "tag --published-at soon x.txt ; --published-at: soon is no date",
      "alerts --bootsrap x ; Unknown option"})
  void wrongUsageIsTold(String arguments, String message) throws Exception {
    Ran ran = Cli.run(arguments.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(message);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void completionIsAScriptForBash() throws Exception {
    Ran ran = Cli.run("generate-completion");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("#!/usr/bin/env bash").contains("complete -F _complete_demarche", "dead-letters");
  }

  @Test
  void aBadSettingIsToldWithItsPlaceAndMend() throws Exception {
    Path file = Files.writeString(folder.resolve("demarche.yaml"), "bootstrap: localhost:1\ntreads: 2\n");
    Ran ran = Cli.run("run", "--config", file.toString(), "--set", "topic.prefix=a b");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).containsExactly(file + ":2: there is no setting treads; did you mean threads?",
        "a flag: topic.prefix cannot be \"a b\"; write letters, digits, dots, hyphens and underscores");
  }

  @Test
  void bootstrapServersMustBeNamed() throws Exception {
    Ran ran = Cli.run("alerts");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("bootstrap is not set").contains("--bootstrap", "DEMARCHE_BOOTSTRAP");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aBrokerThatDoesNotAnswerIsToldInTimeAndIsNoDifferenceOfTopics() throws Exception {
    Ran ran = unanswered.await();
    assertThat(unanswered.took()).isLessThan(Duration.ofSeconds(30));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith("no broker answers at localhost:1 within 15 s; is the address right");
    assertThat(ran.err().lines()).hasSizeLessThan(4);
  }

  @Test
  void anAddressThatIsNoneIsTold() throws Exception {
    Ran ran = Cli.run("publish", "--bootstrap", "localhost", "x.txt");
    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("localhost").doesNotContain("\tat ");
  }
}
