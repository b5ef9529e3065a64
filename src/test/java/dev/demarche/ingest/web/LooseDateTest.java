package dev.demarche.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseDateTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Tue, 13 May 2025 12:00:00 GMT       | 2025-05-13T12:00:00Z",
      "2025-05-13T14:00:00+02:00           | 2025-05-13T12:00:00Z",
      "2025-05-13T14:00:00+0200            | 2025-05-13T12:00:00Z",
      "2025-05-13 12:00:00                 | 2025-05-13T12:00:00Z",
      "2025-05-13T12:00                    | 2025-05-13T12:00:00Z",
      "2025-05-13T12:00:00.123456          | 2025-05-13T12:00:00Z",
      "2025/5/13                           | 2025-05-13T00:00:00Z",
      "Mon, 13 May 2025 12:00:00 GMT       | 2025-05-13T12:00:00Z",
      "Tuesday, 13 May 2025 08:00:00 EDT   | 2025-05-13T12:00:00Z",
      "Tue, 13 May 25 12:00 UT             | 2025-05-13T12:00:00Z",
      "13 May 2025                         | 2025-05-13T00:00:00Z",
      "May 13, 2025 12:00 pm               | 2025-05-13T12:00:00Z",
      "May 13, 2025                        | 2025-05-13T00:00:00Z",
      "Di, 13 Mai 2025 14:00:00 +0200      | 2025-05-13T12:00:00Z",
      "mar., 13 août 2024 14:00:00 +0200   | 2024-08-13T12:00:00Z",
      "13 de diciembre de 2024             | 2024-12-13T00:00:00Z",
      "Tue, 13 May 2025 24:00:00 GMT       | 2025-05-14T00:00:00Z",
      "Tue, 13 May 2025 12:00:60 GMT       | 2025-05-13T12:00:59Z",
      "1747137600                          | 2025-05-13T12:00:00Z",
      "1747137600000                       | 2025-05-13T12:00:00Z"})
  void readsDatesAsTheyAreWritten(String text, Instant instant) {
    assertThat(LooseDate.read(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "03/04/2025", "2025-13-45", "31 February 2025", "Tue, 13 May 2025 12:00:00 XYZ", "0000-00-00T00:00:00Z", "", "May 2025",
      "Tue, 13 Smarch 2025 12:00:00 GMT", "99999999999999999999"})
  void whatMeansNoDateOrTwoIsNone(String text) {
    assertThat(LooseDate.read(text)).isEmpty();
  }
}
