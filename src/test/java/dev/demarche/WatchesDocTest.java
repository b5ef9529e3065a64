package dev.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.CrossCheck;
import dev.demarche.catalogue.Located;
import dev.demarche.catalogue.Pack;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.PackReader;
import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Watch;
import dev.demarche.watching.WatchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on watches against what {@code watches put} checks. */
class WatchesDocTest {
  private static final Path DOCUMENT = Path.of("docs/watches.md");

  @Test
  void everyExampleIsAGoodWatch() throws IOException {
    List<String> good = Snippets.of(DOCUMENT).stream().filter(s -> s.language().equals("yaml") && !s.info().contains("bad"))
        .map(Snippets.Snippet::text).toList();
    assertThat(good).hasSizeGreaterThan(1);
    assertThat(good).allSatisfy(text -> assertThat(problems(text)).isEmpty());
  }

  @Test
  void theBadExampleGetsTheAnswersThatThePageTells() throws IOException {
    String bad = Snippets.of(DOCUMENT).stream().filter(s -> s.info().contains("bad")).findFirst().orElseThrow().text();
    String told = Snippets.of(DOCUMENT).stream().filter(s -> s.language().equals("text")).findFirst().orElseThrow().text();
    assertThat(problems(bad)).containsExactlyElementsOf(told.lines().toList());
  }

  @Test
  void namesEveryAct() throws IOException {
    String text = Files.readString(DOCUMENT);
    assertThat(Act.values()).allMatch(act -> text.contains(act.name()));
  }

  private static List<String> problems(String yaml) {
    Pack<Watch> pack = PackReader.watches("watches.yaml", yaml);
    List<PackProblem> problems = new ArrayList<>(pack.problems());
    for (Located<Watch> watch : pack.values()) {
      WatchIndex.check(watch.value()).ifPresent(problem -> problems.add(watch.problem(problem)));
    }
    Packs packs = Packs.bundled();
    problems.addAll(CrossCheck.watches(pack.values(), packs.actors().plain().stream().map(Actor::id).toList(),
        packs.issues().plain().stream().map(Issue::id).toList()));
    return problems.stream().map(PackProblem::message).toList();
  }
}
