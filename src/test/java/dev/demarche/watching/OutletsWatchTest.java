package dev.demarche.watching;

import static dev.demarche.domain.Finding.Kind.STANCE;
import static dev.demarche.domain.Finding.Kind.STATEMENT;
import static dev.demarche.watching.Articles.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Outlets;
import dev.demarche.domain.Polarity;
import dev.demarche.domain.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The article is by gazette.example, in en; its stance is against. */
class OutletsWatchTest {

  @Test
  void aWatchHearsTheOutletsThatItNames() {
    assertThat(reason(watch("w", STANCE).outlets(new Outlets(List.of("Gazette.example"), null, List.of("en"), null)).build()))
        .isEqualTo("any stance; published by gazette.example; language en");
    assertThat(reason(watch("w", STANCE).outlets(new Outlets(List.of("herald.example"), null, null, null)).build())).isNull();
    assertThat(reason(watch("w", STANCE).outlets(new Outlets(null, List.of("gazette.example"), null, null)).build())).isNull();
    assertThat(reason(watch("w", STANCE).outlets(new Outlets(null, null, null, List.of("EN"))).build())).isNull();
  }

  @Test
  void aWatchAsksForThePolarityThatItNames() {
    assertThat(reason(watch("w", STANCE).polarity(Polarity.AGAINST).actors("norland").build())).isEqualTo("Norland (holder) against");
    assertThat(reason(watch("w", STANCE).polarity(Polarity.FOR, Polarity.NEITHER).actors("norland").build())).isNull();
  }

  @Test
  void whatCanNeverHoldIsRefusedByItsField() {
    assertThat(field(watch("w", STATEMENT).polarity(Polarity.FOR).actors("norland"))).isEqualTo("polarity");
    assertThat(field(watch("w", STANCE).outlets(new Outlets(List.of("bbc.co.uk", "https://bbc.co.uk"), null, null, null)))).isEqualTo("outlets.publishers[1]");
    assertThat(field(watch("w", STANCE).outlets(new Outlets(null, null, null, List.of("English"))))).isEqualTo("outlets.exceptLanguages[0]");
  }

  private static String field(Watch.Builder watch) {
    return WatchIndex.check(watch.build()).orElseThrow().field();
  }

  private static String reason(Watch watch) {
    try (WatchIndex index = new WatchIndex()) {
      assertThat(index.put(watch, 1)).isEmpty();
      return index.match(Articles.tagging()).stream().map(hit -> hit.reason()).findFirst().orElse(null);
    }
  }
}
