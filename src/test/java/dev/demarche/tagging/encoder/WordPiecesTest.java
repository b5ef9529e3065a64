package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final WordPieces PIECES = new WordPieces(new Vocabulary("[UNK]\n[CLS]\n[SEP]\nun\n##able\n##a\n##ble\n\"\n'\ncafe\n", "made up"));

  @Test
  void theLongestPieceIsTakenFirst() {
    assertThat(PIECES.of("unable")).containsExactly(3, 4);
    assertThat(PIECES.of("unaa")).containsExactly(3, 5, 5);
  }

  @Test
  void capitalsAndAccentsDoNotCount() {
    assertThat(PIECES.of("UNABLE")).containsExactly(3, 4);
    assertThat(PIECES.of("Caf\u00e9")).containsExactly(9);
  }

  @Test
  void quotationMarksOfAllCountriesAreOne() {
    assertThat("\u201c\u201d\u201e\u201f\u00ab\u00bb\"".chars().map(c -> PIECES.of(Character.toString(c))[0])).containsOnly(7);
    assertThat(PIECES.of("\u2019")).containsExactly(8);
  }

  @Test
  void whatTheVocabularyCannotWriteIsOneUnknownPiece() {
    assertThat(PIECES.of("unx")).containsExactly(0);
    assertThat(PIECES.of("\u0301")).containsExactly(0);
    assertThat(PIECES.of("un" + "a".repeat(99))).containsExactly(0);
  }
}
