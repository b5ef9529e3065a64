package dev.demarche.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final FeedSource SOURCE = new FeedSource(URI.create("https://example.org/"), null, null, FeedSource.Text.AUTO, false,
      Duration.ofMinutes(5), Duration.ofHours(6));
  private static final Duration USUAL = Duration.ofMinutes(15);

  @ParameterizedTest
  @CsvSource({"     ,      , PT15M, no wish of the publisher",
      "PT30M,      , PT30M, the feed's own pace",
      "     , PT20M, PT20M, Cache-Control",
      "PT30M, PT20M, PT30M, the feed's own pace",
      "PT10M, PT20M, PT20M, Cache-Control",
      "     , PT1S,  PT5M,  'Cache-Control, not below the shortest interval'",
      "P1D,        , PT6H,  'the feed''s own pace, not above the longest interval'"})
  void asksAsOftenAsThePublisherWishes(Duration document, Duration maxAge, Duration after, String why) {
    assertThat(Pace.afterGood(SOURCE, USUAL, document, maxAge)).isEqualTo(new Pace(after, why));
  }

  @ParameterizedTest
  @CsvSource({"1,, PT15M", "2,, PT30M", "3,, PT1H", "5,, PT4H", "6,, PT6H", "60,, PT6H", "1,PT2H,PT2H", "5,PT2H,PT4H", "1,P2D,P2D", "1,P400D,P7D"})
  void waitsLongerAfterEachFailureAndAsLongAsItIsTold(int failures, Duration retryAfter, Duration after) {
    assertThat(Pace.afterBad(SOURCE, USUAL, failures, retryAfter).after()).isEqualTo(after);
  }

  @Test
  void saysThatItWasTold() {
    assertThat(Pace.afterBad(SOURCE, USUAL, 1, Duration.ofHours(1)).why()).isEqualTo("Retry-After");
    assertThat(Pace.afterBad(SOURCE, USUAL, 2, null).why()).isEqualTo("2 failures in a row");
  }
}
