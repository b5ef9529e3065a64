package dev.demarche.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletsTest {

  @ParameterizedTest
  @CsvSource({"bbc.co.uk, bbc.co.uk, true", "BBC.co.uk, news.bbc.co.uk, true", "bbc.co.uk, notbbc.co.uk, false", "news.bbc.co.uk, bbc.co.uk, false",
      "Northern Herald, northern herald , true", "Herald, Northern Herald, false", "bbc.co.uk,, false"})
  void aPublisherIsKnownByItsNameOrByADomainThatStandsForItsSubdomains(String asked, String publisher, boolean heard) {
    assertThat(new Outlets(List.of(asked), null, null, null).hears(article(null, publisher, null))).isEqualTo(heard);
    assertThat(new Outlets(null, List.of(asked), null, null).hears(article(null, publisher, null))).isEqualTo(!heard);
  }

  @ParameterizedTest
  @CsvSource({"https://www.bbc.co.uk/news/1?a=b, true", "http://bbc.co.uk:8080, true", "https://bbc.co.uk.evil.example/, false", "no url, false"})
  void aDomainIsLookedForInTheUrlToo(String url, boolean heard) {
    assertThat(new Outlets(List.of("bbc.co.uk"), null, null, null).hears(article(url, "The Beeb", null))).isEqualTo(heard);
  }

  @ParameterizedTest
  @CsvSource({"en, en, true", "en, en-GB, true", "EN, En-us, true", "en-GB, en, false", "en, eng, false", "en,, false"})
  void aLanguageIsKnownByHowItsTagBegins(String asked, String language, boolean heard) {
    assertThat(new Outlets(null, null, List.of(asked), null).hears(article(null, "x", language))).isEqualTo(heard);
    assertThat(new Outlets(null, null, null, List.of(asked)).hears(article(null, "x", language))).isEqualTo(!heard);
  }

  private static ArticleRef article(String url, String publisher, String language) {
    return new ArticleRef("a", 1, url, publisher, null, language, null, null, null);
  }
}
