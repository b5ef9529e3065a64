package dev.demarche.tagging.encoder;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts as no newspaper prints them, the same ones at every run. */
final class RandomTexts {
  private static final String[] PARTS = {"the", "Minister", "NATO", "said", "won\u2019t", ".", ". ", "! ", "?\u201d ", ", ", "\n", "\n\n", "\r\n", " ", "\t",
      "\u00a0", "\u2028", "\u0085", "\"", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb", "e\u0301", "\u0301", "\u6771\u4eac", "\uc11c\uc6b8", "\u0645\u0631",
      "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69", "\ud800", "\udc00", "3.5", "_", "\u0130", "\u1e9e", "\u200b", "\u0000", "internationalisation"};

  private RandomTexts() {}

  static Stream<String> all() {
    Stream<String> edges = Stream.of("", " \n\t\u2028", "x", "\n\n\nx", "\ud83d", "\"".repeat(5_000), "a\n".repeat(3_000), "word ".repeat(3_000),
        "w".repeat(20_000), ("w".repeat(100) + " ").repeat(200), "\uc11c".repeat(90).concat(" ").repeat(40), ". ".repeat(2_000));
    return Stream.concat(edges, IntStream.range(0, 200).mapToObj(RandomTexts::text));
  }

  private static String text(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    int length = 1 << random.nextInt(12);
    boolean gaps = random.nextBoolean();
    while (text.length() < length) {
      if (random.nextInt(8) == 0) {
        text.append((char) random.nextInt(0x10000));
      } else {
        text.append(PARTS[random.nextInt(PARTS.length)]).append(gaps ? " " : "");
      }
    }
    return text.toString();
  }
}
