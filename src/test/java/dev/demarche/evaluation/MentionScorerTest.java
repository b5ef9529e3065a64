package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionScorerTest {

  /** A sentence of words such as {@code Ada/B-PER}; a word without a slash is outside. */
  private static IobSentence sentence(String words) {
    List<String[]> rows = Arrays.stream(words.split(" ")).map(word -> word.split("/")).toList();
    return new IobSentence("s", rows.stream().map(row -> row[0]).toList(), rows.stream().map(row -> row.length == 2 ? row[1] : "O").toList());
  }

  private static FoundMention found(MentionType type, int begin, int end) {
    return new FoundMention(new Range(begin, end), type);
  }

  private static Tally<MentionType> score(String words, FoundMention... found) {
    return MentionScorer.score(sentence(words), List.of(found));
  }

  @Test
  void tokensAndTypeMustBeRight() {
    String words = "Ada/B-PER Quill/I-PER met Tom/B-PER";
    assertThat(score(words, found(MentionType.PERSON, 0, 9)).of(MentionType.PERSON)).isEqualTo(new Counts(1, 0, 1));
    assertThat(score(words, found(MentionType.PERSON, 4, 9)).of(MentionType.PERSON)).isEqualTo(new Counts(0, 1, 2));
    assertThat(score(words, found(MentionType.LOCATION, 0, 9)).of(MentionType.LOCATION)).isEqualTo(new Counts(0, 1, 0));
  }

  @Test
  void aTagInsideBeginsAMentionWhereNoneOfItsTypeIsOpen() {
    assertThat(sentence("a/I-PER b/I-PER c/B-PER d/I-ORG e f/I-ORG").mentions()).containsExactly(new LabelledTokens<>(0, 2, "PER"),
        new LabelledTokens<>(2, 3, "PER"), new LabelledTokens<>(3, 4, "ORG"), new LabelledTokens<>(5, 6, "ORG"));
  }

  @Test
  void ofNestedNamesTheLongestCounts() {
    assertThat(score("Bank/B-ORG of/I-ORG Norland/I-ORG", found(MentionType.LOCATION, 8, 15), found(MentionType.ORGANIZATION, 0, 15)).counts())
        .containsEntry(MentionType.ORGANIZATION, new Counts(1, 0, 0)).containsEntry(MentionType.LOCATION, Counts.NONE);
  }

  @Test
  void twoTypesForTheSameTokensBothCount() {
    assertThat(score("Lind/B-LOC", found(MentionType.PERSON, 0, 4), found(MentionType.LOCATION, 0, 4)).counts())
        .containsEntry(MentionType.PERSON, new Counts(0, 1, 0)).containsEntry(MentionType.LOCATION, new Counts(1, 0, 0));
  }

  @Test
  void whatTouchesAnotherTypeIsLeftOut() {
    assertThat(score("the Lindmouth/B-event poll/I-event", found(MentionType.LOCATION, 4, 13)).of(MentionType.LOCATION)).isEqualTo(Counts.NONE);
    assertThat(score("the Lindmouth poll/B-event", found(MentionType.LOCATION, 4, 13)).of(MentionType.LOCATION)).isEqualTo(new Counts(0, 1, 0));
  }

  @Test
  void offsetsCountUtf16AndPartOfATokenIsTheToken() {
    assertThat(score("\ud83d\ude00 Tom/B-PER", found(MentionType.PERSON, 4, 5)).of(MentionType.PERSON)).isEqualTo(new Counts(1, 0, 0));
    assertThat(score("\ud83d\ude00 Tom/B-PER", found(MentionType.PERSON, 2, 3)).of(MentionType.PERSON)).isEqualTo(new Counts(0, 0, 1));
  }

  @Test
  void tellsWhatWasMissedAndWhatIsTooMuch() {
    assertThat(score("Ada/B-PER met Tom/B-PER", found(MentionType.PERSON, 0, 7)).missed())
        .containsExactly("missed [Ada=PERSON; Tom=PERSON] extra [Ada met=PERSON] in: Ada met Tom");
  }
}
