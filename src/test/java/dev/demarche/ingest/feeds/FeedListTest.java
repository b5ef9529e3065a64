package dev.demarche.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedListTest {
  @TempDir private Path folder;

  private List<FeedSource> read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), yaml);
    return FeedList.read(file, Duration.ofMinutes(5), Duration.ofDays(1));
  }

  @Test
  void readsAddressesAndWhatIsSaidOfThem() throws IOException {
    assertThat(read("""
        defaults:
          language: en
          min: 10m
        feeds:
          - https://example.org/a.xml
          - url: https://example.org/b.xml
            publisher: The Paper
            language: de
            text: page
            updates: true
            min: 90s
            max: 2h
        """)).containsExactly(
        new FeedSource(URI.create("https://example.org/a.xml"), null, "en", FeedSource.Text.AUTO, false, Duration.ofMinutes(10), Duration.ofDays(1)),
        new FeedSource(URI.create("https://example.org/b.xml"), "The Paper", "de", FeedSource.Text.PAGE, true, Duration.ofSeconds(90), Duration.ofHours(2)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "- ftp://example.org/a            | f.yaml:2: a feed's url is no address of http or https: ftp://example.org/a; write - url: https://...",
      "- {url: 'https://x.org/', txt: a} | f.yaml:2: there is no field txt; the fields are language, max, min, publisher, text, updates, url",
      "- {url: 'https://x.org/', text: a} | f.yaml:2: text: a is none of auto, feed and page; write one of them",
      "- {url: 'https://x.org/', min: 5} | f.yaml:2: min: 5 is no time; write 90s, 15m, 2h or 1d",
      "- {url: 'https://x.org/', min: 2h, max: 1h} | f.yaml:2: min is longer than max; swap them",
      "- {url: 'https://x.org/', updates: often} | f.yaml:2: updates: often is neither true nor false; write one of them",
      "- [x]                            | f.yaml:2: a feed's url is no address of http or https: null; write - url: https://..."})
  void namesFileAndLineAndMendOfWhatIsWrong(String feed, String fault) {
    assertThatThrownBy(() -> read("feeds:\n  " + feed + "\n")).isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage().replace(folder + "/", "")).isEqualTo(fault));
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertThatThrownBy(() -> read("feeds:\n  - https://x.org/\n  - https://x.org/\nfoo: bar\n"))
        .hasMessageContaining("f.yaml:3: https://x.org/ stands twice, first in line 2; keep one").hasMessageContaining("f.yaml:4: \"foo\" is not expected here");
    assertThatThrownBy(() -> read("feeds: [\n")).hasMessageContaining("f.yaml:2: ");
    assertThatThrownBy(() -> read("")).hasMessageContaining("holds no feeds");
    assertThatThrownBy(() -> read("feeds:\n")).hasMessageContaining("not expected");
  }
}
