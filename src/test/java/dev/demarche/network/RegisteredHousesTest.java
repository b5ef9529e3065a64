package dev.demarche.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.ArticleRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredHousesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "https://www.gazette.example/a.html   | Somebody      | gazette.example",
      "https://news.gazette.co.uk/a         | -             | gazette.co.uk",
      "https://www.city.kawasaki.jp/a       | -             | city.kawasaki.jp",
      "https://anna.blogspot.com/a          | -             | anna.blogspot.com",
      "http://192.0.2.7/a                   | -             | 192.0.2.7",
      "http://co.uk/a                       | -             | co.uk",
      "no address at all                    | www.Gazette.example | gazette.example",
      "-                                    | The Gazette   | the gazette",
      "-                                    | -             | ''",
  })
  void theHouseIsTheRegisteredDomainElseTheName(String url, String publisher, String house) {
    assertThat(RegisteredHouses.owned(null).of(article(url, publisher))).isEqualTo(house);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "https://www.a.example/x | -           | a.example",
      "https://b.example/x     | -           | a.example",
      "-                       | The Courier | a.example",
      "https://www.e.example/x | -           | c.example",
      "https://f.example/x     | -           | f.example",
  })
  void publicationsOfOneOwnerAreOneHouse(String url, String publisher, String house) {
    RegisteredHouses houses = RegisteredHouses.owned("www.a.example=b.example=The Courier, c.example = d.example; d.example=e.example");
    assertThat(houses.of(article(url, publisher))).isEqualTo(house);
  }

  @Test
  void anOwnerOfOnePublicationIsRefusedByName() {
    assertThatThrownBy(() -> RegisteredHouses.owned("a.example=b.example, c.example")).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"c.example\" names one publication; write two or more with = between them: a.example=b.example");
  }

  private static ArticleRef article(String url, String publisher) {
    return new ArticleRef("a1", 1, url, publisher, null, null, null, null);
  }
}
