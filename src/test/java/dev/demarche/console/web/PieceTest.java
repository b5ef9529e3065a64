package dev.demarche.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceTest {
  private static String marked(Span sentence, Span... marks) {
    StringBuilder text = new StringBuilder();
    Piece.of(sentence, List.of(marks)).forEach(piece -> text.append(piece.marked() ? "[" + piece.text() + "]" : piece.text()));
    return text.toString();
  }

  @Test
  void marksWhatCountsWithinTheSentence() {
    Span sentence = new Span(10, 26, "It says no again");
    assertThat(marked(sentence, new Span(18, 20, "no"))).isEqualTo("It says [no] again");
    assertThat(marked(sentence, new Span(18, 20, "no"), new Span(10, 12, "It"))).isEqualTo("[It] says [no] again");
  }

  @Test
  void marksThatOverlapOrReachBeyondTheSentenceAreCut() {
    Span sentence = new Span(10, 26, "It says no again");
    assertThat(marked(sentence, new Span(5, 12, "aaaaaIt"), new Span(11, 17, "t says"), new Span(21, 30, "againbbbb"))).isEqualTo("[It says] no [again]");
    assertThat(marked(sentence, new Span(0, 3, "out"), new Span(40, 42, "of"))).isEqualTo("It says no again");
  }
}
