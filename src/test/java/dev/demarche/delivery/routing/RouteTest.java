package dev.demarche.delivery.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.alerting.Matcher;
import dev.demarche.delivery.Alerts;
import dev.demarche.delivery.routing.Route.Told;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
  private static final Alert ALERT = Alerts.alert("a1");

  @ParameterizedTest
  @ValueSource(strings = {"severity=critical", "severity = \"CRITICAL\"", "kind=stance", "act=reject", "act=~rej.*", "actor=russia", "actor=Russia", "issue=ceasefire",
      "issue=peace-talks", "issue=~peace-.*", "issue!=sanctions", "publisher=example.org", "watch!~france.*", "target=\"\"", "actor!=\"\""})
  void fits(String matcher) {
    assertThat(Matcher.of(matcher).matches(ALERT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"severity=info", "act!=reject", "actor=russi", "actor=~russi", "issue!=ceasefire", "issue!~.*fire", "publisher!~.*", "target!=\"\"", "watch=\"\""})
  void doesNotFit(String matcher) {
    assertThat(Matcher.of(matcher).matches(ALERT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "severity               | \"severity\" is no matcher; write LABEL=VALUE, or with !=, =~ or !~: severity=critical",
      "severty=info           | there is no label severty; write \"severity\"",
      "severity=hihg          | there is no severity hihg; write one of: info, warning, critical",
      "act=rejct              | there is no act rejct; write \"reject\"",
      "watch=~'russia('       | \"'russia('\" is no regular expression, missing closing ); write it in RE2's syntax"})
  void tellsWhatIsWrongAndHowToMendIt(String matcher, String message) {
    assertThatThrownBy(() -> Matcher.of(matcher)).hasMessage(message);
  }

  @Test
  void anExpressionThatBacktracksElsewhereTakesNoTimeHere() {
    Alert hostile = Alerts.saying("n", "She said no.", "t", null, "a".repeat(100_000) + "!");
    long start = System.nanoTime();
    assertThat(Matcher.of("publisher=~(a+)+").matches(hostile)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aSilenceHasATriggerAndAnActorAlone() {
    Alert silence = Alerts.silence("russia", ALERT);
    assertThat(List.of("trigger=silence", "actor=russia", "actor=Russia", "kind=\"\"", "act=\"\"", "issue=\"\"", "publisher=\"\"")).allMatch(
        matcher -> Matcher.of(matcher).matches(silence));
    assertThat(Matcher.of("trigger=every").matches(ALERT)).isTrue();
  }

  private static Route route(String path, String match, boolean goOn, String receivers, Route... children) {
    List<Matcher> matchers = Stream.of(match.split(" ")).filter(text -> !text.isEmpty()).map(Matcher::of).toList();
    return new Route(path, matchers, List.of(receivers.split(" ")), goOn, List.of(children));
  }

  @Test
  void theFirstRouteThatFitsTakesTheAlert() {
    Route root = route("route", "", false, "log", route("r0", "severity=info", false, "a"), route("r1", "severity=critical issue=ceasefire", false, "b"),
        route("r2", "severity=critical", false, "c"));
    assertThat(root.told(ALERT)).containsExactly(new Told("b", "r1: severity=\"critical\", issue=\"ceasefire\""));
  }

  @Test
  void aRouteThatSaysContinueLetsTheNextOnesSeeIt() {
    Route root = route("route", "", false, "log", route("r0", "severity=critical", true, "a"), route("r1", "actor=russia", true, "b a"), route("r2", "issue=sanctions", false, "c"));
    assertThat(root.told(ALERT)).extracting(Told::receiver).containsExactly("a", "b");
  }

  @Test
  void whatNoChildTakesStaysWithTheNode() {
    Route root = route("route", "", false, "log", route("r0", "severity=critical", false, "a", route("r00", "actor=france", false, "b")));
    assertThat(root.told(ALERT)).extracting(Told::receiver).containsExactly("a");
    assertThat(root.told(Alerts.alert("a2", "w", Severity.INFO))).containsExactly(new Told("log", "route"));
  }

  @Test
  void theDeepestRouteThatFitsCounts() {
    Route root = route("route", "", false, "log", route("r0", "severity=critical", false, "a", route("r00", "actor=russia", false, "b", route("r000", "act=reject", false, "c"))));
    assertThat(root.told(ALERT)).extracting(Told::receiver).containsExactly("c");
  }
}
