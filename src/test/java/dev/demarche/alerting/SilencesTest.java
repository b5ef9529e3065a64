package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Inhibitor;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Reaction.Action;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilencesTest {
  private static final Alert ALERT = ((Decision.Fire) new Trigger(Houses.PLAIN).decide(Reports.report().hit(), null)).alert();
  private final Silences silences = new Silences();

  private static Silence silence(String id, Instant to, String... matchers) {
    return new Silence(id, List.of(matchers), NOON, to, "anna", "known");
  }

  @Test
  void anAlertThatFitsAllMatchersIsSilencedFromTheBeginningToTheEnd() {
    silences.put(silence("s1", NOON.plusSeconds(60), "actor=norland", "severity!=critical"));
    assertThat(silences.of(ALERT, NOON)).contains(new Muted("s1", "silenced until 2026-03-03T12:01:00Z by anna: known"));
    assertThat(silences.of(ALERT, NOON.minusSeconds(1))).isEmpty();
    assertThat(silences.of(ALERT, NOON.plusSeconds(60))).isEmpty();
    silences.put(silence("s1", NOON.plusSeconds(60), "actor=norland", "severity=critical"));
    assertThat(silences.of(ALERT, NOON)).isEmpty();
  }

  @Test
  void ofSeveralTheOneThatEndsLastIsNamed() {
    silences.put(silence("s1", NOON.plusSeconds(60), "actor=norland"));
    silences.put(silence("s2", NOON.plusSeconds(90), "watch=~\"off.*\""));
    assertThat(silences.of(ALERT, NOON)).map(Muted::by).contains("s2");
    silences.remove("s2");
    assertThat(silences.of(ALERT, NOON)).map(Muted::by).contains("s1");
  }

  @Test
  void aSilenceWithoutMatcherOrWithABadOneIsRefused() {
    assertThatThrownBy(() -> silence("s1", NOON.plusSeconds(1))).hasMessageContaining("no matcher");
    assertThatThrownBy(() -> silence("s1", NOON, "watch=x")).hasMessageContaining("ends at");
    assertThatThrownBy(() -> silences.put(silence("s1", NOON.plusSeconds(1), "wach=x"))).hasMessageContaining("there is no label wach; write \"watch\"");
  }

  @Test
  void anAlertInhibitsOthersOfTheSameActorForATimeAndNotItself() {
    Inhibitions inhibitions = new Inhibitions();
    inhibitions.put(new Inhibition("i", List.of("act=reject"), List.of("kind=stance"), List.of("actor"), Duration.ofHours(1), "known"));
    assertThat(inhibitions.by(ALERT, NOON)).containsExactly(new Inhibitor("i", ALERT.id(), "offers", Map.of("actor", List.of("norland", "Norland")), true,
        NOON.plusSeconds(3_600)));
    inhibitions.put(inhibitions.by(ALERT, NOON).get(0));
    Alert accusal = ((Decision.Fire) new Trigger(Houses.PLAIN).decide(Reports.report().act(Act.ACCUSE).hit(), null)).alert();
    Alert other = ((Decision.Fire) new Trigger(Houses.PLAIN).decide(Reports.report().act(Act.ACCUSE).who("Estia", "estia").hit(), null)).alert();
    Alert rejection = ((Decision.Fire) new Trigger(Houses.PLAIN).decide(Reports.report().words("refused another plan altogether").hit(), null)).alert();
    assertThat(inhibitions.of(accusal, NOON)).contains(new Muted("i", "inhibited until 2026-03-03T13:00:00Z by the alert " + ALERT.id() + " of offers: known"));
    assertThat(inhibitions.of(other, NOON)).isEmpty();
    assertThat(inhibitions.of(rejection, NOON)).as("a source is not inhibited by a source that is a target").isEmpty();
    assertThat(inhibitions.of(ALERT, NOON)).isEmpty();
    assertThat(inhibitions.of(accusal, NOON.plusSeconds(3_600))).isEmpty();
    assertThatThrownBy(() -> inhibitions.put(new Inhibition("i", List.of("act=reject"), List.of("kind=stance"), List.of("actr"), Duration.ofHours(1), null)))
        .hasMessage("there is no label actr; write \"actor\"");
  }

  @Test
  void peopleAreToldOfWhatFiresAndIsNotSilenced() {
    AlertLife fires = AlertLife.of(ALERT, "first report", NOON);
    AlertLife known = fires.after(new Reaction("offers", ALERT.id(), Action.ACKNOWLEDGE, "anna", NOON, null, null), NOON);
    assertThat(Telling.of(List.of(fires, known), alert -> Optional.empty())).satisfies(telling -> {
      assertThat(telling.tell()).containsExactly(fires);
      assertThat(telling.not()).containsExactly(new Telling.Not(known, null));
    });
    assertThat(Telling.of(List.of(fires), alert -> Optional.of(new Muted("s", "why"))).tell()).isEmpty();
  }

  @Test
  void aLifeSaysHowItIsReportedByNow() {
    AlertLife life = AlertLife.of(ALERT, "first report", NOON);
    Utterances known = new Trigger(Houses.PLAIN).decide(Reports.report().hit(), null).next();
    Reporting two = ((Decision.Told) new Trigger(Houses.PLAIN).decide(Reports.report().article("a2").publisher("other.example").hit(), known)).reporting();
    assertThat(life.reported(two, NOON).reporting().reports()).isEqualTo(2);
    AlertLife told = life.reported(two, NOON);
    assertThat(told.reported(two, NOON.plusSeconds(1))).isSameAs(told);
  }

  @Test
  void whatIsResolvedStaysResolvedAndTheLastVerdictCounts() {
    AlertLife life = AlertLife.of(ALERT, "first report", NOON);
    for (Action action : List.of(Action.ACKNOWLEDGE, Action.RESOLVE, Action.ACKNOWLEDGE)) {
      life = life.after(new Reaction("offers", ALERT.id(), action, "anna", NOON, null, null), NOON);
    }
    life = life.after(new Reaction("offers", ALERT.id(), Action.VERDICT, "anna", NOON, "old news", false), NOON);
    assertThat(life.state()).isEqualTo(AlertLife.State.RESOLVED);
    assertThat(life.useful()).isFalse();
    assertThat(life.steps()).extracting(AlertLife.Step::what).extracting(Enum::name).containsExactly("FIRED", "ACKNOWLEDGED", "RESOLVED", "ACKNOWLEDGED", "JUDGED");
    assertThat(life.steps().get(4).why()).isEqualTo("not useful: old news");
  }

  @Test
  void aReactionThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> new Reaction("w", "a", Action.COMMENT, "anna", NOON, " ", null)).hasMessage("a comment needs a text");
    assertThatThrownBy(() -> new Reaction("w", "a", Action.VERDICT, "anna", NOON, null, null)).hasMessageContaining("useful");
    assertThatThrownBy(() -> new Reaction("w", "a", Action.RESOLVE, "", NOON, null, null)).hasMessageContaining("an author of 1 to 200");
  }
}
