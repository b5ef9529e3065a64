package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names that the model takes for the beginning of what they say. */
class NamingTest {

  @Test
  void whatStandsBehindAccordingToIsTheSource() {
    assertThat(Marked.text("{Q According to} {C Lars Moe, the port will open}.").reports())
        .containsExactly("Lars Moe | According to | the port will open");
  }

  @Test
  void aSourceThatTheModelFoundStays() {
    assertThat(Marked.text("{Q According to} {S Lars Moe}, {C the port, now closed, will open}.").reports())
        .containsExactly("Lars Moe | According to | the port, now closed, will open");
  }

  @Test
  void anotherCueNamesNobody() {
    assertThat(Marked.text("It was {Q reported} {C in May, the port will open}.").reports())
        .containsExactly("- | reported | in May, the port will open");
  }
}
