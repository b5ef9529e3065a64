package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowsTest {
  private static final int WINDOW = 136;
  private static final int CONTEXT = 16;
  private static final WordPieces CUTTER = new WordPieces(new Vocabulary("[UNK]\n[CLS]\n[SEP]\na\n##a\n.\n", "made up"));

  @ParameterizedTest
  @MethodSource("dev.demarche.tagging.encoder.RandomTexts#all")
  void everyWordIsOwnedByExactlyOneWindow(String text) {
    int next = 0;
    for (Window window : windows(text)) {
      assertThat(window.ownedFrom()).isEqualTo(next);
      assertThat(window.ownedTo()).isGreaterThan(next);
      next = window.ownedTo();
    }
    assertThat(next).isEqualTo(Words.of(text).size());
  }

  @ParameterizedTest
  @MethodSource("dev.demarche.tagging.encoder.RandomTexts#all")
  void noSequenceIsLongerThanTheWindow(String text) {
    Pieces pieces = Pieces.of(Words.of(text), CUTTER);
    LongBuffer ids = LongBuffer.allocate(ModelFacts.LONGEST);
    for (Window window : windows(text)) {
      Sequence.write(window, pieces, CUTTER.vocabulary(), ids, LongBuffer.allocate(ModelFacts.LONGEST));
      assertThat(ids.limit()).isLessThanOrEqualTo(WINDOW);
      assertThat(ids.get(0)).isEqualTo(CUTTER.vocabulary().cls());
      assertThat(ids.get(ids.limit() - 1)).isEqualTo(CUTTER.vocabulary().sep());
    }
  }

  @Test
  void aMegabyteOnOneLineIsCutInLinearTime() {
    assertThat(windows("a".repeat(99).concat(" ").repeat(10_486))).hasSize(10_486);
    assertThat(windows(".".repeat(1 << 20))).hasSizeBetween(10_000, 11_000);
  }

  @Test
  void paragraphsStayWhole() {
    assertThat(windows(("a ".repeat(40) + "\n").repeat(4))).extracting(Window::ownedFrom).containsExactly(0, 80);
  }

  @Test
  void aLongParagraphIsCutBehindASentence() {
    assertThat(windows("a ".repeat(70) + ". " + "a ".repeat(70))).extracting(Window::ownedTo).containsExactly(71, 141);
  }

  @Test
  void aLongParagraphWithoutSentencesIsCutWhereTheRoomEnds() {
    assertThat(windows("a ".repeat(150))).extracting(Window::ownedTo).containsExactly(101, 150);
  }

  @Test
  void contextIsWholeWordsOnBothSides() {
    List<Window> windows = windows(("a ".repeat(40) + "\n").repeat(6));
    assertThat(windows.get(1)).isEqualTo(new Window(66, 174, 80, 160));
  }

  private static List<Window> windows(String text) {
    List<Window> windows = new ArrayList<>();
    new Windows(Pieces.of(Words.of(text), CUTTER), WINDOW, CONTEXT).forEachRemaining(windows::add);
    return windows;
  }
}
