package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.Snippets;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Grouping.By;
import dev.demarche.domain.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupFieldsTest {

  private static Pack<Watch> read(String group) {
    return PackReader.watches("w.yaml", "{id: w, kind: stance, acts: [reject], group: " + group + "}");
  }

  private static List<String> problems(String group) {
    return read(group).problems().stream().map(PackProblem::message).toList();
  }

  @Test
  void whatIsLeftOutIsAsByDefault() {
    assertThat(read("{delay: 30s}").plain().get(0).grouping()).isEqualTo(new Grouping(List.of(By.ACTOR, By.ISSUE), Duration.ofSeconds(30),
        Duration.ofMinutes(5), null));
    assertThat(PackReader.watches("w.yaml", "{id: w, kind: stance, acts: [reject]}").plain().get(0).grouping()).isEqualTo(Grouping.DEFAULT);
  }

  @Test
  void theExampleOfThePageIsRead() throws Exception {
    String example = Snippets.of(Path.of("docs/alerts.md")).stream().filter(one -> one.language().equals("yaml")).findFirst().orElseThrow().text();
    assertThat(PackReader.watches("w.yaml", example).plain().get(0).grouping()).isEqualTo(new Grouping(List.of(By.ACTOR, By.ISSUE), Duration.ofSeconds(30),
        Duration.ofMinutes(5), Duration.ofHours(4), 10, Duration.ofHours(1)));
  }

  @Test
  void whatIsWrongIsToldWithItsMend() {
    assertThat(problems("{by: [speaker]}")).containsExactly("w.yaml:1: group.by[0]: \"speaker\" is not known; write one of: actor, issue, target, act");
    assertThat(problems("{delay: soon}")).containsExactly("w.yaml:1: group.delay: \"soon\" is no time span; write a number with s, m, h or d, such as 90s or 15m");
    assertThat(problems("{within: 1h}")).containsExactly("w.yaml:1: group.within: says in which time, but not how many; add \"most\", or remove \"within\"");
    assertThat(problems("{most: 0}")).hasSize(1);
  }
}
