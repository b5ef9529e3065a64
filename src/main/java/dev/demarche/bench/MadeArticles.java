package dev.demarche.bench;

import dev.demarche.domain.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made articles: always the same for the same seed and number, each unlike the others. */
final class MadeArticles {
  private static final String[] SYLLABLES = {"ka", "lo", "mi", "re", "tu", "san", "vor", "del", "pin", "gar", "nes", "tol", "bri", "cha", "fen",
      "hul", "jor", "wem", "zet", "yor"};
  private static final Instant PUBLISHED = Instant.parse("2026-01-05T08:00:00Z");

  private final long seed;
  private final int words;

  /** @param words about how many words a text has; seven make 50 bytes */
  MadeArticles(long seed, int words) {
    this.seed = seed;
    this.words = words;
  }

  /** Article number {@code i}. Its first sentence says that Russia rejected something that no other article names. */
  Article article(int i) {
    Random random = new Random(seed * 1_000_003 + i);
    StringBuilder text = new StringBuilder("Russia rejected the ");
    for (int w = 0; w < 8; w++) {
      text.append(word(random, 3)).append(' ');
    }
    text.append("proposal.\n");
    for (int w = 0; w < words; w++) {
      text.append(word(random, 2)).append(w % 17 == 16 ? ".\n" : " ");
    }
    return new Article(id(i), 1, "https://example.org/" + id(i), "publisher-" + i % 50 + ".example", "Article " + i, text.toString(), "en",
        PUBLISHED.plusSeconds(i), null, null);
  }

  /** Id of article number {@code i}. */
  String id(int i) {
    return "made-" + seed + "-" + i;
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int s = 0; s < syllables; s++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  /** A record that is no article, and why. */
  record Bad(String key, byte[] value, String reason) {}

  /** One record for each way of being bad, all of them different for each {@code round}. The last one is good and makes {@link FirstSentence} throw. */
  static List<Bad> bad(int round, int textLimit) {
    List<Bad> bad = new ArrayList<>();
    String key = "bad-" + round + "-";
    bad.add(bad(key + 0, "this is not JSON " + round, "NOT_JSON"));
    bad.add(bad(key + 1, "[" + round + "]", "NOT_AN_OBJECT"));
    bad.add(bad(key + 2, "{\"id\":\"" + key + "2\"}", "TEXT_MISSING"));
    bad.add(bad(key + 3, "{\"id\":\"" + key + "3\",\"text\":\"\"}", "TEXT_EMPTY"));
    bad.add(bad(key + 4, "{\"id\":\"" + key + "4\",\"text\":\"" + "x".repeat(textLimit + 1) + "\"}", "TEXT_TOO_LARGE"));
    byte[] latin = ("{\"id\":\"" + key + "5\",\"text\":\"caf\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);
    bad.add(new Bad(key + 5, latin, "NOT_UTF8"));
    bad.add(bad(key + 6, "{\"id\":\"" + key + "6\",\"text\":\"x\",\"publishedAt\":\"yesterday\"}", "DATE_UNREADABLE"));
    bad.add(bad(key + 7, "{\"id\":\"" + "i".repeat(10_240) + round + "\",\"text\":\"x\"}", "ID_TOO_LONG"));
    bad.add(bad(key + 8, "{\"text\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}", "NESTED_TOO_DEEPLY"));
    bad.add(bad(key + 9, "{\"id\":\"" + key + "9\",\"text\":{\"body\":\"x\"}}", "WRONG_TYPE"));
    bad.add(bad(key + 10, "{\"id\":\"" + key + "10\",\"text\":\"" + FirstSentence.THROW + " " + round + "\"}", "STAGE_FAILED"));
    return bad;
  }

  private static Bad bad(String key, String value, String reason) {
    return new Bad(key, value.getBytes(StandardCharsets.UTF_8), reason);
  }
}
