package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.topics.DeadLetter.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  @Test
  void keepsTheStartOfALargeOriginalAndTheHashOfTheWhole() {
    byte[] original = new byte[70_000];
    Arrays.fill(original, (byte) 'x');
    DeadLetter letter = letter("m", new byte[] {'k'}, original);
    assertThat(letter.originalBytes()).hasSize(65_536);
    assertThat(letter.originalSize()).isEqualTo(70_000);
    assertThat(letter.originalSha256()).isEqualTo(Sha256.of(original));
    assertThat(letter.key()).isEqualTo("k");
  }

  @Test
  void hashesAsTheWorldDoes() {
    assertThat(letter("m", null, "abc".getBytes(StandardCharsets.US_ASCII)).originalSha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void keepsNothingOfNothing() {
    DeadLetter letter = letter("m", null, null);
    assertThat(letter.key()).isNull();
    assertThat(letter.original()).isNull();
    assertThat(letter.originalBytes()).isNull();
    assertThat(letter.originalSize()).isZero();
  }

  @Test
  void boundsTheKeyWhateverItsBytes() {
    byte[] key = new byte[5_000];
    Arrays.fill(key, (byte) 0xFF);
    assertThat(letter("m", key, null).key().getBytes(StandardCharsets.UTF_8).length).isBetween(1_000, 1_024);
  }

  @Test
  void canBeWrittenAndReadWhateverTheMessage() {
    DeadLetter letter = letter("half \uD83C and " + "long ".repeat(1_000), null, null);
    assertThat(letter.message()).startsWith("half \uFFFD and long").hasSize(2_000).endsWith("…");
    assertThat(Json.read(Json.write(letter), DeadLetter.class)).isEqualTo(letter);
  }

  private static DeadLetter letter(String message, byte[] key, byte[] original) {
    return DeadLetter.of(Reason.NOT_JSON, message, "mend", "accept", "news.articles", 3, 17, key, original, Instant.EPOCH);
  }
}
