package dev.demarche.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Tagging;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;

/** Its answers beside those of Lucene's search. */
class WordSearchTest {
  private final Tagging tagging = Articles.tagging();
  private final Finding stance = Findings.of(tagging).stream().filter(finding -> finding.kind() == Finding.Kind.STANCE).findFirst().orElseThrow();

  @Test
  void answersAsLuceneDoes() throws Exception {
    Texts.OfFinding texts = new Texts("Norland says no", List.of(Texts.passage(Articles.span(Articles.TEXT)))).of(stance);
    MemoryIndex index = new MemoryIndex();
    index.addField("sentence", stance.sentence().text(), Words.ANALYZER);
    index.addField("evidence", stance.evidence().get(0).text(), Words.ANALYZER);
    index.addField("title", "Norland says no", Words.ANALYZER);
    index.addField("article", "Norland says no " + Articles.TEXT, Words.ANALYZER);
    Random random = new Random(5);
    int held = 0;
    for (int i = 0; i < 3_000; i++) {
      String text = CandidatesTest.words(random, 3);
      Query query = Words.parse(text).query();
      boolean holds = new WordSearch(texts).holds(query);
      assertThat(holds).as(text).isEqualTo(index.createSearcher().count(query) > 0);
      held += holds ? 1 : 0;
    }
    assertThat(held).isBetween(500, 2_500);
  }
}
