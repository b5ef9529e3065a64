package dev.demarche.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.delivery.Alerts;
import dev.demarche.domain.Silence;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceFormTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static Silence silence(String matcher, String from, String span, String until) {
    return new SilenceForm(List.of(matcher), from, span, until, "anna", " ").silence("s1", NOON);
  }

  private static void refused(String field, String words, String matcher, String from, String span, String until) {
    assertThatThrownBy(() -> silence(matcher, from, span, until)).isInstanceOfSatisfying(SilenceForm.Fault.class,
        fault -> assertThat(fault.field()).isEqualTo(field)).hasMessageContaining(words);
  }

  @Test
  void aSpanBeginsNowAndMatchersAreWrittenOutInFull() {
    Silence silence = silence("severity!=Critical", null, "2h", "");
    assertThat(silence.matchers()).containsExactly("severity!=\"critical\"");
    assertThat(silence.from()).isEqualTo(NOON);
    assertThat(silence.to()).isEqualTo("2026-01-05T14:00:00Z");
    assertThat(silence.comment()).isNull();
  }

  @Test
  void itMayBeginLaterAndEndOnADay() {
    assertThat(silence("watch=war", "2026-01-06", null, "2026-01-07").to()).isEqualTo("2026-01-07T00:00:00Z");
  }

  @Test
  void whatIsWrongNamesItsField() {
    refused("matchers", "no matcher", " ", null, "2h", null);
    refused("matchers", "there is no label actr", "actr=x", null, "2h", null);
    refused("from", "no point in time", "watch=war", "noon", "2h", null);
    refused("for", "no time span", "watch=war", null, "soon", null);
    refused("for", "no end", "watch=war", null, null, null);
    refused("for", "two ends", "watch=war", null, "2h", "2026-01-07");
    refused("until", "ends at", "watch=war", null, null, "2026-01-01");
  }

  @Test
  void matchersOfAnAlertFitIt() {
    assertThat(Matcher.describing(Alerts.alert("a1"))).extracting(Matcher::toString)
        .containsExactly("watch=\"russia-rejects\"", "actor=\"russia\"", "issue=\"ceasefire\"", "issue=\"peace-talks\"");
    assertThat(Matcher.describing(Alerts.alert("a1"))).allMatch(matcher -> matcher.matches(Alerts.alert("a1")));
  }

  @Test
  void aValueWithQuotationMarksIsReadAsItWasWritten() {
    Matcher matcher = new Matcher(Label.ACTOR, Matcher.Op.IS, "the \"\\bear\\\"", null);
    assertThat(Matcher.of(matcher.toString())).isEqualTo(matcher);
  }
}
