package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerFieldsTest {

  private static Pack<Watch> read(String trigger) {
    return PackReader.watches("w.yaml", "id: w\nkind: stance\nactors: [norway]\n" + trigger);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{count: 5, within: 6h} | count 5, within 6h",
      "{publishers: 3, within: 1d, grace: 90m} | publishers 3, within 1d, grace 90m",
      "{burst: 6h} | burst 6h, least 5",
      "{burst: 24h, least: 8} | burst 1d, least 8",
      "{silence: 14d, grace: 1h} | silence 14d, grace 1h"})
  void readsATrigger(String written, String text) {
    assertThat(read("trigger: " + written).plain()).singleElement().satisfies(watch -> assertThat(watch.trigger().text()).isEqualTo(text));
  }

  @Test
  void withoutOneEveryMatchTriggers() {
    assertThat(read("").plain()).singleElement().satisfies(watch -> assertThat(watch.trigger()).isEqualTo(TriggerRule.EVERY));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "5 | trigger: is a text and must be a mapping; write fields of a trigger: count, publishers, burst, silence, within, least, grace",
      "{grace: 1h} | trigger: does not say what triggers; add one of: count, publishers, burst, silence; or leave the trigger out, for every match",
      "{count: 5, silence: 1d} | trigger: says count and silence, and only one can be; keep one, or write a watch for each",
      "{count: 5} | trigger.within: is missing; add \"within: 1d\"",
      "{count: 1, within: 1d} | trigger.count: \"1\" is no whole number from 2 to 100; write a number such as 5",
      "{publishers: 51, within: 1d} | trigger.publishers: \"51\" is no whole number from 2 to 50; write a number such as 3",
      "{burst: 6h, within: 6h} | trigger.within: only count and publishers have it; write the time behind \"burst\": \"burst: 1d\"",
      "{count: 5, within: 1d, least: 3} | trigger.least: only a burst has it; remove \"least\", the number stands behind \"count\"",
      "{silence: two weeks} | trigger.silence: \"two weeks\" is no time span; write a number with s, m, h or d, such as 90s or 15m",
      "{silence: 400d} | trigger.silence: \"400d\" is longer than 365d; write a shorter time span",
      "{counts: 5, within: 1d} | trigger.counts: is no field of a trigger; write \"count\""})
  void saysWhatIsWrong(String written, String problem) {
    assertThat(read("trigger: " + written).problems()).first().satisfies(one -> assertThat(one.message()).isEqualTo("w.yaml:4: " + problem));
  }
}
