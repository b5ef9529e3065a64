package dev.demarche.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  private static final URI BASE = URI.create("https://example.org/feeds/all.xml");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/a                       | https://example.org/a",
      "../a?b=c d               | https://example.org/a?b=c%20d",
      "//other.org              | https://other.org/",
      "HTTP://Example.ORG:80/A  | http://example.org/A",
      "https://münchen.de/ü     | https://xn--mnchen-3ya.de/%C3%BC",
      "/100%|https://example.org/100%25",
      "/a%20b?c=%7B             | https://example.org/a%20b?c=%7B",
      "/a#part                  | https://example.org/a",
      "?p=1                     | https://example.org/feeds/?p=1"})
  void resolvesWhatIsWrittenOnPages(String text, String address) {
    assertThat(WebAddress.resolve(BASE, text)).hasValueSatisfying(uri -> assertThat(uri).hasToString(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "javascript:alert(1)", "mailto:a@b.org", "file:///etc/passwd", "data:text/html,x", "http://", "http://[::1"})
  void isEmptyForWhatIsNoAddressOfTheWeb(String text) {
    assertThat(WebAddress.resolve(BASE, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"https://example.org/a?utm_source=x&id=7&fbclid=y, https://example.org/a?id=7", "https://example.org/a?utm_source=x, https://example.org/a",
      "https://example.org/a?b=utm_source, https://example.org/a?b=utm_source", "https://example.org, https://example.org/"})
  void anArticleIsKnownWithoutWhatCountsClicks(String address, String known) {
    assertThat(WebAddress.known(URI.create(address))).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"www.example.co.uk, news.example.co.uk, true", "a.co.uk, b.co.uk, false", "example.org, example.com, false", "127.0.0.1, 127.0.0.1, true",
      "127.0.0.1, 127.0.0.2, false", "a.github.io, b.github.io, false"})
  void knowsWhichHostsHaveOneOwner(String one, String other, boolean same) {
    assertThat(WebAddress.sameSite(URI.create("http://" + one + "/"), URI.create("http://" + other + "/"))).isEqualTo(same);
  }
}
