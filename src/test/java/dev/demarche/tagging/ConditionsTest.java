package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Condition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      If the ice melts, Norway will open the port. | Norway | If | the ice melts | Norway will open the port
      Norway will open the port if the ice melts. | Norway | if | the ice melts | Norway will open the port
      {S Lars Moe} {Q said} {C that Norway would not sign unless Finland paid}. | Lars Moe | unless | Finland paid | Norway would not sign
      Norway will not sign until Finland pays. | Norway | until | Finland pays | Norway will not sign
      Finland must pay before talks can begin. | - | before | Finland must pay | talks can begin
      Norway offered fish in exchange for timber. | Norway | in exchange for| timber | fish
      Norway would sign provided that the road is built. | Norway | provided | the road is built | Norway would sign
      {C "Without a vote, there will be no road,"} {S Anna Lahti} {Q said}. | Anna Lahti | Without | a vote | there will be no road
      {C "Peace is possible,"} {S Anna Lahti} {Q said}, {C "but only if Norway pays."} | Anna Lahti | only if | Norway pays | Peace is possible
      {C "We won't sign anything until Norway pays,"} {S Anna Lahti} {Q said}. | Anna Lahti | until | Norway pays | We won't sign anything
      """)
  void oneConditionWithItsParts(String text, String by, String marker, String antecedent, String consequence) {
    List<Condition> found = Fixture.tag(text).conditions();
    assertThat(found).as(text).hasSize(1);
    assertThat(found.get(0).by()).isEqualTo(by);
    assertThat(found.get(0).marker().text()).startsWith(marker);
    assertThat(found.get(0).antecedent().text()).isEqualTo(antecedent);
    assertThat(found.get(0).consequence().text()).isEqualTo(consequence);
  }

  @ParameterizedTest
  @MethodSource
  void everyMarkerInBothOrders(String text, String expected) {
    assertThat(Fixture.tag(text).conditions().stream().map(ConditionsTest::parts)).as(text).containsExactlyElementsOf(List.of(expected.split(" ; ")));
  }

  private static String parts(Condition one) {
    return String.join(" | ", one.by() == null ? "-" : one.by(), one.marker().text(), one.antecedent().text(), one.consequence().text());
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> everyMarkerInBothOrders() throws IOException {
    return lines("conditions.txt").map(line -> line.split(" \\| ", 2)).map(cells -> org.junit.jupiter.params.provider.Arguments.of(cells[0], cells[1]));
  }

  @ParameterizedTest
  @MethodSource
  void whatOnlyLooksLikeACondition(String text) {
    assertThat(Fixture.tag(text).conditions().stream().map(ConditionsTest::parts)).as(text).isEmpty();
  }

  static Stream<String> whatOnlyLooksLikeACondition() throws IOException {
    return lines("no-conditions.txt");
  }

  private static Stream<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = ConditionsTest.class.getResourceAsStream(name);
         BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
    }
    return lines.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Norway closed the port until Thursday.", "Reporters asked if the port was open.", "He walked as if he were ill.",
      "It is unclear whether the visit depends on the vote.", "The ship left before noon.", "Nobody knows what will happen if anything."})
  void noCondition(String text) {
    assertThat(Fixture.tag(text).conditions()).as(text).isEmpty();
  }
}
