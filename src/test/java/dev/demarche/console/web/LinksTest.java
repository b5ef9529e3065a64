package dev.demarche.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {

  @Test
  void namesAndIdsAreEncoded() {
    assertThat(Links.actor("vladimir-putin", "Vladimir Putin")).isEqualTo("/actors/vladimir-putin");
    assertThat(Links.actor(null, "A/B & \"C\"?")).isEqualTo("/actors/name:A%2FB%20%26%20%22C%22%3F");
    assertThat(Links.actor(null, null)).isNull();
    assertThat(Links.finding("http://x/1", "http://x/1:2:s3")).isEqualTo("/articles/http%3A%2F%2Fx%2F1#s3");
    assertThat(Links.position(null, "X Y", null)).isEqualTo("/positions/name:X%20Y/-");
  }

  @Test
  void anAnchorIsTheLastPartOfAnIdAndNothingElse() {
    assertThat(Links.anchor("a:1:s12")).isEqualTo("s12");
    assertThat(Links.anchor("a:1:main")).isNull();
    assertThat(Links.anchor("a:1:\"><script>")).isNull();
  }

  @Test
  void onlyTheWebIsLinked() {
    assertThat(Links.web("HTTPS://x.org/a|b")).isEqualTo("HTTPS://x.org/a|b");
    assertThat(Links.web("javascript:alert(1)//http://x")).isNull();
    assertThat(Links.web("http://x.org/\nalert")).isNull();
    assertThat(Links.web("data:text/html,x")).isNull();
    assertThat(Links.web("//x.org")).isNull();
    assertThat(Links.web(null)).isNull();
  }
}
