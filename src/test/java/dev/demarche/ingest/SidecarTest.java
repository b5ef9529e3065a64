package dev.demarche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarTest {

  @Test
  void readsEveryField() {
    assertThat(Sidecar.read("a.yaml", "url: https://x.example/1\npublisher: x.example\ntitle: T\nlanguage: en\npublishedAt: 2025-05-13T12:00:00Z\n"))
        .isEqualTo(new Sidecar("https://x.example/1", "x.example", "T", "en", Instant.parse("2025-05-13T12:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"2025-05-13, 2025-05-13T00:00:00Z", "'\"2025-05-13\"', 2025-05-13T00:00:00Z",
      "2025-05-13T12:00:00+03:00, 2025-05-13T09:00:00Z", "'Tue, 13 May 2025 12:00:00 GMT', 2025-05-13T12:00:00Z"})
  void readsADateInTheFormsThatPublishersUse(String written, Instant meant) {
    assertThat(Sidecar.read("a.yaml", "publishedAt: " + written).publishedAt()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "{}", "title:\n"})
  void maySayNothing(String yaml) {
    assertThat(Sidecar.read("a.yaml", yaml)).isEqualTo(Sidecar.NONE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "headline: T | there is no field headline",
      "publishedAt: yesterday | the field publishedAt is no date: yesterday",
      "title: 1984 | the field title is no text: 1984; put it in quotation marks",
      "title: [a] | the field title is no text: [a]",
      "just words | not of the form FIELD: VALUE",
      "'title: \"open' | not YAML:",
      "'title: !!java.net.URL [\"http://x.example\"]' | not YAML:"})
  void saysWhatIsWrong(String yaml, String message) {
    assertThatThrownBy(() -> Sidecar.read("a.yaml", yaml)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
  }
}
