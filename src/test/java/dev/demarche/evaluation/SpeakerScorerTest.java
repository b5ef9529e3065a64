package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.SpeakerKind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeakerScorerTest {
  private static final String TEXT = "Anna Lahti said the gate was shut. \"Go home,\" she said. The mayor hoped for rain. Officials denied it all.";
  private static final AnnotatedArticle ARTICLE = new AnnotatedArticle("a", TEXT, List.of(said("Anna Lahti", "the gate was shut"),
      said("she", "Go home"), said("The mayor", "for rain"), said("Officials", "it all")));

  private static Attribution said(String source, String content) {
    return new Attribution(List.of(at(source)), List.of(), List.of(at(content)));
  }

  private static Range at(String words) {
    return new Range(TEXT.indexOf(words), TEXT.indexOf(words) + words.length());
  }

  private static FoundSpeaker speaker(String content, String speaker, SpeakerKind kind) {
    return new FoundSpeaker(List.of(at(content)), speaker, kind);
  }

  private static SpeakerReport report(int errors, int sample, FoundSpeaker... found) {
    return SpeakerScorer.report(List.of(ARTICLE), Map.of("a", List.of(found)), errors, sample, SpeakerScorer.SEED);
  }

  @Test
  void speakersThatKeepTheirWordsOrAreMissingHaveNoName() {
    SpeakerReport report = report(0, 0, speaker("the gate was shut", "Anna Lahti", SpeakerKind.PERSON), speaker("Go home", null, SpeakerKind.UNKNOWN),
        speaker("for rain", "mayor", SpeakerKind.ANONYMOUS), speaker("it all", "Officials", SpeakerKind.GROUP));
    assertThat(report.lines()).extracting(line -> line.source() + " " + line.unnamed() + "/" + line.matched())
        .containsExactly("name 0/1", "pronoun 1/1", "title 1/1", "all 2/3");
  }

  @Test
  void whatIsNotFoundDoesNotCount() {
    SpeakerReport report = report(0, 0, speaker("Go home", "Anna Lahti", SpeakerKind.PERSON));
    assertThat(report.matched() + " " + report.lines().get(3)).isEqualTo("1 Line[source=all, matched=1, unnamed=0]");
  }

  @Test
  void theSeedDecidesWhichAreDrawn() {
    Map<String, List<FoundSpeaker>> found = Map.of("a", List.of(speaker("the gate was shut", "Anna Lahti", SpeakerKind.PERSON),
        speaker("Go home", "Anna Lahti", SpeakerKind.PERSON)));
    assertThat(new Random(1).longs(20).mapToObj(seed -> SpeakerScorer.report(List.of(ARTICLE), found, 0, 1, seed).sample().get(0).source()))
        .contains("Anna Lahti", "she");
  }

  @Test
  void theSampleHoldsThoseWithANameAndTheErrorsTheOthers() {
    SpeakerReport report = report(9, 9, speaker("Go home", "Anna Lahti", SpeakerKind.PERSON), speaker("for rain", "mayor", SpeakerKind.ANONYMOUS));
    assertThat(report.sample()).containsExactly(new SpeakerReport.Case("a", "pronoun", "she", TEXT.indexOf("she"), "Anna Lahti", TEXT));
    assertThat(report.unnamed()).extracting(SpeakerReport.Case::source).containsExactly("The mayor");
  }
}
