package dev.demarche.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatCannotBeSeenIsNamed() {
    assertThat(Content.of(bytes("a\u0000b\u001b[31m\r\n\tc\u007f"), false).text()).isEqualTo("a⟨U+0000⟩b⟨U+001B⟩[31m⟨U+000D⟩\n\tc⟨U+007F⟩");
    assertThat(Content.of(bytes("abc\u202Ecba\u200B\u0085\u2028"), false).text()).isEqualTo("abc⟨U+202E⟩cba⟨U+200B⟩⟨U+0085⟩⟨U+2028⟩");
  }

  @Test
  void bytesThatAreNoUtf8AreShownAsDigits() {
    Content content = Content.of(new byte[] {'<', 's', (byte) 0xFF, 0}, false);
    assertThat(content.utf8()).isFalse();
    assertThat(content.text()).isNull();
    assertThat(content.hex()).startsWith("000000  3c 73 ff 00 ").endsWith("  <s..\n");
  }

  @Test
  void aCharacterThatTheCutHalvedIsNoFault() {
    byte[] halved = Arrays.copyOf(bytes("ä€"), 4);
    assertThat(Content.of(halved, true).text()).isEqualTo("ä");
    assertThat(Content.of(halved, true).cut()).isTrue();
    assertThat(Content.of(halved, false).utf8()).isFalse();
  }

  @Test
  void aLongTextIsShownToItsFirst64Kilobytes() {
    Content content = Content.of(bytes("x".repeat(100_000)), false);
    assertThat(content.text()).hasSize(65_536);
    assertThat(content.cut()).isTrue();
    assertThat(content.bytes()).isEqualTo(100_000);
  }

  @Test
  void quantitiesAreWordsOfPeople() {
    assertThat(Quantity.bytes(-1)).isEqualTo("–");
    assertThat(Quantity.bytes(1536)).isEqualTo("1.5 KB");
    assertThat(Quantity.of(1, "record")).isEqualTo("1 record");
    assertThat(Quantity.of(12_000, "record")).isEqualTo("12,000 records");
    assertThat(Quantity.number(0.25)).isEqualTo("0.25");
    assertThat(Quantity.span(java.time.Duration.ofSeconds(93_784))).isEqualTo("1 d 2 h");
  }
}
