package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.cli.Cli.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The alerts that {@code demo --once} prints for the article that comes with Demarche. */
class DemoCliIT {
  private static Ran demo;

  @BeforeAll
  static void run() throws Exception {
    demo = Cli.run("demo", "--once");
  }

  @Test
  void endsWithTheArticleTaggedAndWithoutDeadLetters() {
    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.out()).containsPattern("articles in [1-9]\\d*, tagged [1-9]\\d*, known already 0, dead letters 0");
    assertThat(demo.err()).doesNotContain("ERROR");
  }

  @Test
  void russiaRejects() {
    assertThat(demo.out()).containsPattern("CRITICAL +Russia or its leaders reject something\\R +Russia REJECT")
        .containsPattern("«[^»]*rejected the offer[^»]*»");
  }

  @Test
  void yermakSetsACondition() {
    assertThat(demo.out()).containsPattern("Andriy Yermak sets a condition");
  }

  @Test
  void ukrainesEuropeanPartnersMakeTalksDependOnSomethingAndThreaten() {
    assertThat(demo.out()).contains("Ukraine's European partners sets a condition", "Ukraine's European partners THREATEN");
  }

  @Test
  void zelenskySpeaks() {
    assertThat(demo.out()).contains("Volodymyr Zelensky says");
  }

  @Test
  void eachAlertNamesItsArticleAndItsWatchWithVersion() {
    assertThat(demo.out()).containsPattern("  alert    [0-9a-f]{32}, watch russia-rejects v\\d+")
        .contains("What is known about the Russian-Ukrainian negotiations?").containsPattern("  source   .*, 2025-05-13 12:00 UTC");
  }
}
