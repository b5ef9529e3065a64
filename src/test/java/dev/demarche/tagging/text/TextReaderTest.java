package dev.demarche.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"Mr. Moe left the U.S. embassy at 5 p.m. on Friday.", "The U.N. Security Council met.", "\"Why?\" he asked.",
      "Prices rose 3.5 percent, to $1,200.", "He said: \"No.\"", "J. R. Vik wrote it."})
  void oneSentence(String text) {
    assertThat(sentences(text)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"They met after U.S. President Lars Moe had left.", "She is tougher than the U.S. President Lars Moe.", "U.N. Secretary-General Ann Berg spoke.",
      "The U.K. Prime Minister was late.", "Former U.S. Sen. Ole Ek sailed.", "Clinton ties Fla. Gov. Ole Ek at 41.", "They met N.J. Gov. Ole Ek there.", "It was led by Lt. Gen. Ole Ek.",
      "He signed it on Jan. 6 in Oslo.", "She took the No. 2 spot there.", "They flew to St. Petersburg.", "The ruling in Roe v. Wade stood.", "It was Moe vs. Berg again.",
      "He quoted J.K. Rowling and George H.W. Bush.", "It ends at 9 p.m. Eastern.", "The U.S. Supreme Court ruled."})
  void anAbbreviationGoesOnWithWhatBelongsToIt(String text) {
    assertThat(sentences(text)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"He moved to the U.S.|The president let him.", "She flew to Washington, D.C.|He stayed.", "They live in the U.K.|Then they left.", "It closed at 9 p.m.|He went home.",
      "She was shot in Tamarac, Fla.|While she slept, he left.", "He paid the U.N.|Meanwhile, ships sailed.", "She was told no.|Six people left."})
  void anAbbreviationEndsASentenceBeforeTheNextOne(String text) {
    assertThat(sentences(text.replace('|', ' '))).containsExactly(text.split("\\|"));
  }

  @Test
  void sentencesEndBehindTheirQuotationMarks() {
    assertThat(sentences("\u201cNo.\u201d He left. \"We stay. We wait.\" Later, he came back to the U.S. He was tired."))
        .containsExactly("\u201cNo.\u201d", "He left.", "\"We stay.", "We wait.\"", "Later, he came back to the U.S.", "He was tired.");
  }

  @Test
  void aLineEndsAParagraphUnlessItBreaksOffASentence() {
    assertThat(sentences("A heading\nThe first line goes\non here. Next.\n\nLast")).containsExactly("A heading", "The first line goes\non here.",
        "Next.", "Last");
  }

  @Test
  void aDatelineIsASentenceOfItsOwn() {
    assertThat(sentences("OSLO, Norway (Example News) \u2014 Ships left. They sailed.")).containsExactly("OSLO, Norway (Example News) \u2014",
        "Ships left.", "They sailed.");
    assertThat(sentences("NATO met \u2014 and left.")).containsExactly("NATO met \u2014 and left.");
  }

  @Test
  void aSentenceWithoutEndIsCutWithinBounds() {
    assertThat(sentences("word ".repeat(3000))).allMatch(sentence -> sentence.length() < 2100).hasSizeGreaterThan(6);
  }

  @Test
  void contractionsAndPossessivesAreTokensOfTheirOwn() {
    assertThat(TextReader.read("Norway\u2019s fleet can't sail; they\u2019re late.").tokens()).extracting(Token::text)
        .containsExactly("Norway", "\u2019s", "fleet", "ca", "n't", "sail", ";", "they", "\u2019re", "late", ".");
  }

  @Test
  void aLongNameAtTheEndKeepsNoStopAndAnAbbreviationDoes() {
    assertThat(TextReader.read("They were led by Sergei Lavrov.\nHe left the U.S. for St. Gallen.").tokens()).extracting(Token::text)
        .containsExactly("They", "were", "led", "by", "Sergei", "Lavrov", ".", "He", "left", "the", "U.S.", "for", "St.", "Gallen", ".");
  }

  @Test
  void quotesArePairedWithinAParagraph() {
    Document document = TextReader.read("\"One,\" he said. \u201cTwo\n\n\"Three\"");
    assertThat(document.quotes()).extracting(quote -> document.span(quote.from(), quote.to()).text()).containsExactly("One,", "Two", "Three");
    assertThat(document.quotes()).extracting(Quote::closed).containsExactly(true, false, true);
  }

  @Test
  void anApostropheOpensNoQuote() {
    assertThat(TextReader.read("The allies' terms and the workers\u2019 pay don't change.").quotes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      He said "we wait" twice.                        | we wait
      He said \u201cwe wait\u201d twice.                | we wait
      He said 'we wait' twice.                        | we wait
      He said \u2018we don\u2019t wait\u2019 twice.          | we don\u2019t wait
      He said \u00abwe wait\u00bb twice.                | we wait
      He said \u00ab we wait \u00bb twice.              | we wait
      He said \u00bbwe wait\u00ab twice.                | we wait
      He said \u201ewe wait\u201c twice.                | we wait
      He said \u201ewe wait\u201d twice.                | we wait
      He said \u201dwe wait\u201d twice.                | we wait
      He said \u201awe wait\u2018 twice.                | we wait
      He said \u2039we wait\u203a twice.                | we wait
      He said ''we wait'' twice.                      | we wait
      He said 'we say "no" today' twice.              | we say "no" today
      He said "we say 'no' today" twice.              | we say 'no' today
      """)
  void everyCountrysMarksMakeAQuote(String text, String quoted) {
    Document document = TextReader.read(text);
    assertThat(document.quotes()).extracting(quote -> document.span(quote.from(), quote.to()).text()).containsExactly(quoted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The '90s were the allies' best.", "It\u2019s the workers\u2019 pay.", "She is 5' 10\" tall.", "Don't.", "He left.\u201d She stayed."})
  void whatOnlyLooksLikeAQuotationMarkMakesNoQuote(String text) {
    assertThat(TextReader.read(text).quotes()).isEmpty();
  }

  @Test
  void aLineIsAParagraphUnlessItBreaksOffWithinASentence() {
    assertThat(TextReader.paragraphs(" One.\r\n\n \nThey met, and\nwent on.\nEnd ")).extracting(span -> span.text())
        .containsExactly("One.", "They met, and\nwent on.", "End");
    assertThat(TextReader.paragraphs("\n \n")).isEmpty();
  }

  private static List<String> sentences(String text) {
    Document document = TextReader.read(text);
    return document.sentences().stream().map(sentence -> document.span(sentence).text()).toList();
  }
}
