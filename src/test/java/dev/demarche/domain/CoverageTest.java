package dev.demarche.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String WIRE = text(0);

  @Test
  void reportsOfOneHouseCountOnce() {
    assertThat(coverage("a|" + text(1), "a|" + text(2)).independent()).isEqualTo(1);
  }

  @Test
  void copiesOfOneTextCountOnce() {
    assertThat(coverage("a|" + WIRE, "b|" + WIRE + " more", "c|" + half(WIRE)).independent()).isEqualTo(1);
  }

  @Test
  void whoPrintsTheWireAndATextOfHisOwnLeavesTheWireToAnother() {
    List<String> reports = List.of("a|" + WIRE, "a|" + text(1), "b|" + WIRE);
    assertThat(coverage(reports).independent()).isEqualTo(2);
    assertThat(coverage(reports.get(2), reports.get(1), reports.get(0)).independent()).isEqualTo(2);
  }

  @Test
  void twoCutsBecomeOneTextOnceTheWholeIsSeen() {
    Coverage cuts = coverage("a|" + half(WIRE), "b|" + otherHalf(WIRE));
    assertThat(cuts.independent()).isEqualTo(2);
    assertThat(cuts.with("c", print(WIRE)).independent()).isEqualTo(1);
  }

  @Test
  void theQuotationThatAllReportMakesNoCopies() {
    String quotation = text(7);
    String one = half(text(1)) + " " + quotation;
    String other = quotation + " " + half(text(2));
    assertThat(coverage("a|" + one, "b|" + other).independent()).isEqualTo(1);
    assertThat(Coverage.NONE.with("a", print(one), quotation).with("b", print(other), quotation).independent()).isEqualTo(2);
    assertThat(Coverage.NONE.with("a", print(one), quotation).with("b", print(one + " more"), quotation).independent()).isEqualTo(1);
  }

  @Test
  void theOrderOfReportsDoesNotCount() {
    List<String> reports = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      reports.add("house" + i % 30 + "|" + (i % 3 == 0 ? WIRE : text(1 + i % 45)));
    }
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(reports, new Random(seed));
      assertThat(coverage(reports).independent()).isEqualTo(21);
    }
  }

  @Test
  void whatHasNoFingerprintIsATextOfItsOwnForEachHouse() {
    Coverage coverage = Coverage.NONE.with("a", null).with("a", "no fingerprint").with("b", null);
    assertThat(coverage.texts()).hasSize(2);
    assertThat(coverage.independent()).isEqualTo(2);
  }

  @Test
  void sixtyHousesWithSevenTextsEachAreSixty() {
    Coverage coverage = Coverage.NONE;
    for (int i = 0; i < 420; i++) {
      coverage = coverage.with("house" + i % 60, print(text(i)));
    }
    assertThat(coverage.independent()).isEqualTo(60);
    assertThat(coverage.more()).isFalse();
  }

  @Test
  void beyondItsBoundsItSaysThatThereAreMore() {
    Coverage coverage = Coverage.NONE;
    for (int i = 0; i < 150; i++) {
      coverage = coverage.with("house" + i, print(text(i)));
    }
    assertThat(coverage.independent()).isEqualTo(Coverage.MAX_PRINTS);
    assertThat(coverage.more()).isTrue();
    assertThat(coverage.houses()).hasSize(Coverage.MAX_HOUSES);
  }

  private static Coverage coverage(String... reports) {
    return coverage(List.of(reports));
  }

  private static Coverage coverage(List<String> reports) {
    Coverage coverage = Coverage.NONE;
    for (String report : reports) {
      int bar = report.indexOf('|');
      coverage = coverage.with(report.substring(0, bar), print(report.substring(bar + 1)));
    }
    return coverage;
  }

  private static String print(String text) {
    return Fingerprint.of(text).encoded();
  }

  private static String text(long seed) {
    return new Random(seed).ints(120, 0, 5_000).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }

  private static String otherHalf(String text) {
    return text.substring(text.length() / 2);
  }
}
