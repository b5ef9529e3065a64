package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of corpora and tagged files, and how what is wrong with them is told. */
class CorporaTest {
  @TempDir private Path folder;

  private List<AnnotatedArticle> articles(String text, String annotations) throws IOException {
    Files.createDirectories(folder.resolve("text"));
    Files.createDirectories(folder.resolve("attributions"));
    Files.writeString(folder.resolve("text/a.txt"), text);
    Files.writeString(folder.resolve("attributions/a_0001.ann"), annotations);
    return StatementCorpus.read(folder);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void offsetsOfAnnotationsCountCodePoints() throws IOException {
    assertThat(articles("\ud83d\ude00 Tom: go, now", "T1\tSource 2 5\tTom\nT2\tContent 7 9;11 14\tgo now\nE1\tContent:T2 Source:T1\n")).singleElement()
        .satisfies(article -> assertThat(article.statements()).containsExactly(
            new Attribution(List.of(new Range(3, 6)), List.of(), List.of(new Range(8, 10), new Range(12, 15)))));
  }

  @Test
  void aRoleMayComeSeveralTimesAndOneWithoutContentIsNoStatement() throws IOException {
    assertThat(articles("go now", "T1\tContent 0 2\tgo\nT2\tContent 3 6\tnow\nE1\tContent:T1 Content2:T2\nE2\tCue:T1\nE3\tContent:T9\nT9\tContent 0 2\tgo\n")
        .get(0).statements()).containsExactly(new Attribution(List.of(), List.of(), List.of(new Range(0, 2), new Range(3, 6))));
  }

  @Test
  void theFirstAnnotatorByNameCounts() throws IOException {
    articles("go", "");
    Files.writeString(folder.resolve("attributions/a_0000.ann"), "T1\tContent 0 2\tgo\nE1\tContent:T1\n");
    Files.writeString(folder.resolve("attributions/a_b_0000.ann"), "");
    Files.writeString(folder.resolve("text/b.txt"), "not annotated");
    assertThat(StatementCorpus.read(folder)).singleElement().satisfies(article -> assertThat(article.statements()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "T1\\tContent 1\\tx          | a_0001.ann:1: \"1\" is no pair of offsets; write LABEL BEGIN END",
      "T1\\tContent\\tx            | a_0001.ann:1: \"Content\" is no pair of offsets",
      "x\\nT1\\tContent one two\\tx | a_0001.ann:2: For input string: \"one\"",
      "T1\\tContent 5 2\\tx        | a_0001.ann:1: [5, 2) is no range",
      "E1\\tContent               | a_0001.ann:1: \"Content\" is no argument of an attribution; write ROLE:SPAN, such as Content:T3"})
  void aBadAnnotationIsToldWithItsLine(String annotations, String message) {
    assertThatThrownBy(() -> articles("some text", annotations.replace("\\t", "\t").replace("\\n", "\n"))).isInstanceOf(EvaluationException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aTextThatIsNotUtf8IsTold() throws IOException {
    articles("x", "");
    Files.write(folder.resolve("text/a.txt"), new byte[] {(byte) 0xff});
    assertThatThrownBy(() -> StatementCorpus.read(folder)).hasMessageEndingWith("a.txt: the file is not UTF-8; save it in UTF-8");
  }

  @Test
  void sentencesArePartedByEmptyLinesAndCommentsPassedOver() throws IOException {
    assertThat(MentionCorpus.read(file("c.txt", "\n# a comment\nAda\tB-person\r\n# \tO\nnew town\tO\n \t\n\nx\tO"))).containsExactly(
        new IobSentence("sentence-0", List.of("Ada", "#_", "new_town"), List.of("B-person", "O", "O")),
        new IobSentence("sentence-1", List.of("x"), List.of("O")));
    assertThat(MentionCorpus.read(file("c.iob2", "# sent_id = 1\n1\tAda\tB-PER\t-\t-\n"))).containsExactly(
        new IobSentence("sentence-0", List.of("Ada"), List.of("B-PER")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "c.txt  | Ada B-PER      | c.txt:1: the line holds no token with its IOB tag; write TOKEN<TAB>TAG (or name the file .iob2",
      "c.txt  | 1\\tAda\\tB-PER | c.txt:1: the line holds no token with its IOB tag",
      "c.iob2 | Ada\\tB-PER    | c.iob2:1: the line holds no token with its IOB tag; write NUMBER<TAB>TOKEN<TAB>TAG",
      "c.txt  | x\\tO\\ny\\tPER  | c.txt:2: the line holds no token",
      "c.txt  | # nothing      | c.txt: the file holds no sentence"})
  void aFileThatIsNoIobIsTold(String name, String content, String message) throws IOException {
    Path file = file(name, content.replace("\\t", "\t").replace("\\n", "\n"));
    assertThatThrownBy(() -> MentionCorpus.read(file)).isInstanceOf(EvaluationException.class).hasMessageContaining(message);
  }

  @Test
  void nestedStatementsOfATaggedFileAreLeftOutAndPartsMayBeMissing() throws IOException {
    assertThat(TaggedFile.statements(file("t.jsonl", "\n{\"id\":\"x/a.txt\",\"statements\":[{\"nested\":true},"
        + "{\"source\":null,\"cue\":[],\"content\":{\"begin\":1,\"end\":2}}]}\n{\"id\":\"b\",\"statements\":null}\n")))
        .containsOnlyKeys("a", "b").containsEntry("a", List.of(new Attribution(List.of(), List.of(), List.of(new Range(1, 2)))));
  }

  @Test
  void onlyNamesOfTheThreeTypesAreTakenFromATaggedFile() throws IOException {
    assertThat(TaggedFile.mentions(file("t.jsonl", "{\"id\":\"s\",\"entities\":[{\"begin\":1,\"end\":2,\"type\":\"COUNTRY\",\"kind\":\"NAME\"},"
        + "{\"begin\":1,\"end\":2,\"type\":\"PERSON\",\"kind\":\"PRONOUN\"},{\"begin\":3,\"end\":4,\"type\":\"PERSON\"},{\"type\":\"DATE\"}]}")).get("s"))
        .containsExactly(new FoundMention(new Range(1, 2), MentionType.LOCATION), new FoundMention(new Range(3, 4), MentionType.PERSON));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "nonsense                                         | t.jsonl:1: the line is no JSON (",
      "[]                                               | t.jsonl:1: field \"id\" is missing or no text",
      "{\"id\":\"a\"}                                   | t.jsonl:1: field \"statements\" is missing",
      "{\"id\":\"a\",\"statements\":{}}                 | t.jsonl:1: field \"statements\" is no list",
      "{\"id\":\"a\",\"statements\":[{\"cue\":{\"begin\":1}}]} | t.jsonl:1: field \"cue\": begin and end are not both whole numbers",
      "{\"id\":\"a\",\"statements\":[{\"cue\":{\"begin\":3,\"end\":1}}]} | t.jsonl:1: field \"cue\": [3, 1) is no range",
      "~{\"id\":\"a\",\"statements\":[]}\n{\"id\":\"x/a.txt\",\"statements\":[]}~ | t.jsonl:2: the article a comes for the second time"})
  void aBadLineOfATaggedFileIsTold(String content, String message) throws IOException {
    Path file = file("t.jsonl", content);
    assertThatThrownBy(() -> TaggedFile.statements(file)).isInstanceOf(EvaluationException.class).hasMessageContaining(message)
        .hasMessageEndingWith("; write one tagged article a line, as demarche tag --json does");
  }
}
