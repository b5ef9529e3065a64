package dev.demarche.console.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Span;
import dev.demarche.tagging.text.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlatteningTest {

  private static Mark mark(int begin, int end, String of) {
    return mark(begin, end, Layer.CONTENT, of);
  }

  private static Mark mark(int begin, int end, Layer layer, String of) {
    return new Mark(begin, end, layer, of, true, layer.inner() ? "/" + of : null, null, null, null, null);
  }

  /** As {@code [of words]}, links as {@code <of words>}, parts that are not the first with {@code ~}. */
  private static String shown(String text, Mark... marks) {
    StringBuilder out = new StringBuilder();
    Flattening.of(text, TextReader.paragraphs(text), List.of(marks)).forEach(pieces -> {
      out.append(out.isEmpty() ? "" : " / ");
      show(pieces, out);
    });
    return out.toString();
  }

  private static void show(List<Piece> pieces, StringBuilder out) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Marked part) {
        out.append(part.linked() ? "<" : "[").append(part.first() ? "" : "~").append(part.mark().of()).append(' ');
        show(part.inside(), out);
        out.append(part.last() ? "." : "").append(part.linked() ? ">" : "]");
      } else {
        out.append(((Piece.Words) piece).text());
      }
    }
  }

  @Test
  void aTextWithoutMarksIsItself() {
    assertThat(shown("abc")).isEqualTo("abc");
  }

  @Test
  void anEmptyTextHasNoParagraph() {
    assertThat(shown("")).isEmpty();
    assertThat(shown(" \n\n ", mark(0, 4, "s1"))).isEmpty();
  }

  @Test
  void marksAtBothEdgesStay() {
    assertThat(shown("abcd", mark(0, 2, "a"), mark(2, 4, "b"))).isEqualTo("[a ab.][b cd.]");
  }

  @Test
  void theLongerLiesOutside() {
    assertThat(shown("abcdef", mark(1, 3, "in"), mark(0, 6, "out"))).isEqualTo("[out a[in bc.]def.]");
  }

  @Test
  void whatCrossesIsParted() {
    assertThat(shown("abcdef", mark(0, 4, "a"), mark(2, 6, "b"))).isEqualTo("[a ab[b cd].][~b ef.]");
  }

  @Test
  void aLinkLiesWithinWhatCrossesIt() {
    assertThat(shown("abcdef", mark(0, 4, Layer.ENTITY, "e"), mark(2, 6, "b"))).isEqualTo("<e ab>[b <~e cd.>ef.]");
  }

  @Test
  void noLinkStandsInALink() {
    assertThat(shown("abcd", mark(0, 4, Layer.ENTITY, "out"), mark(1, 2, Layer.ENTITY, "in"))).isEqualTo("<out a[in b.]cd.>");
  }

  @Test
  void aMarkOverParagraphsIsParted() {
    assertThat(shown("One.\nTwo.\n", mark(0, 9, "s"))).isEqualTo("[s One.] / [~s Two..]");
  }

  @Test
  void equalRangesNestByLayer() {
    assertThat(shown("ab", mark(0, 2, Layer.CONTENT, "said"), mark(0, 2, Layer.STANCE, "held"))).isEqualTo("[held [said ab.].]");
  }

  @Test
  void noSurrogatePairIsParted() {
    assertThat(shown("a😀b", mark(0, 2, "s"))).isEqualTo("[s a😀.]b");
    assertThat(shown("a😀b", mark(2, 4, "t"))).isEqualTo("a[t 😀b.]");
    assertThat(words("a😀b", mark(2, 2, "none"), mark(0, 2, "s"))).containsExactly("a😀b");
  }

  @Test
  void whatLiesOutsideOfTheTextIsCutOff() {
    assertThat(shown("abc", mark(-5, 1, "a"), mark(2, 99, "b"), mark(7, 9, "c"), mark(2, 1, "d"))).isEqualTo("[a a.]b[b c.]");
  }

  @Test
  void whateverTheMarksEachCharacterStandsOnce() {
    Random random = new Random(7);
    String text = "He said \"no\".\n\n😀😀 They met, and\nwent on.\r\nA 𝒷 end";
    for (int round = 0; round < 300; round++) {
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int begin = random.nextInt(text.length() + 6) - 3;
        marks.add(mark(begin, begin + random.nextInt(20), Layer.values()[random.nextInt(Layer.values().length)], "m" + i));
      }
      assertThat(words(text, marks.toArray(Mark[]::new))).isEqualTo(TextReader.paragraphs(text).stream().map(Span::text).toList());
    }
  }

  @Test
  void aThousandMarksOnOnePlaceNestNoDeeperThanBrowsersBear() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      marks.add(mark(0, 2, "m" + i));
    }
    assertThat(shown("ab", marks.toArray(Mark[]::new)).chars().filter(c -> c == '[').count()).isEqualTo(Flattening.DEEPEST);
  }

  private static List<String> words(String text, Mark... marks) {
    return Flattening.of(text, TextReader.paragraphs(text), List.of(marks)).stream().map(FlatteningTest::words).toList();
  }

  private static String words(List<Piece> pieces) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      out.append(piece instanceof Piece.Marked part ? words(part.inside()) : ((Piece.Words) piece).text());
    }
    return out.toString();
  }
}
