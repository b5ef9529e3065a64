package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Issue;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundled issues find sentences as an analyst would. */
class IssueWordsTest {
  private static final List<Issue> ISSUES = Packs.bundled().issues().plain();

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", value = {
      "Both armies observed the truce.                                     | ceasefire",
      "The rebels agreed to a cease-fire on Friday.                        | ceasefire",
      "He wants an end to the fighting.                                    | ceasefire",
      "Negotiators met in Doha.                                            | peace-talks",
      "She said talks between the two sides would go on.                   | peace-talks",
      "The minister wants to end the war by summer.                        | peace-talks",
      "The bloc froze the assets of twelve officials.                      | sanctions",
      "Washington sanctioned the bank.                                     | sanctions",
      "The republic annexed the peninsula.                                 | territory",
      "It will never cede an inch of its territory.                        | territory",
      "Sweden applied to join NATO.                                        | nato-membership",
      "Finland became a member of the alliance.                            | nato-membership",
      "Berlin will supply more weapons.                                    | military-aid",
      "The military aid package was held up.                               | military-aid",
      "Inspectors found enriched uranium.                                  | nuclear",
      "Beijing raised tariffs on soybeans.                                 | trade-tariffs",
      "The two signed a free-trade agreement.                              | trade-tariffs",
      "The group released three hostages.                                  | prisoners-hostages",
      "They exchanged 200 prisoners.                                       | prisoners-hostages",
      "Voters go to the polls in a runoff.                                 | elections",
      "The electoral commission published the result.                      | elections",
      "The singer talked about her new album.                              | none",
      "Shares in Tokyo rose on Monday.                                     | none",
      "She wants to join the orchestra.                                    | none"})
  void findsTheIssueOfASentence(String sentence, String issue) {
    try (Analyzer analyzer = new EnglishAnalyzer()) {
      MemoryIndex index = new MemoryIndex();
      index.addField("text", sentence, analyzer);
      assertThat(ISSUES).filteredOn(candidate -> matches(index, analyzer, candidate)).extracting(Issue::id)
          .isEqualTo(issue == null ? List.of() : List.of(issue));
    }
  }

  private static boolean matches(MemoryIndex index, Analyzer analyzer, Issue issue) {
    try {
      return index.search(new QueryParser("text", analyzer).parse(issue.words())) > 0;
    } catch (ParseException e) {
      throw new AssertionError(issue.id() + ": " + e.getMessage(), e);
    }
  }
}
