package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec.Read;
import dev.demarche.topics.DeadLetter.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleCodecTest {
  private final ArticleCodec codec = new ArticleCodec();

  @Test
  void readsAllFields() {
    assertThat(accepted("""
        {"id": "a1", "url": "https://example.org/1", "publisher": "example.org", "title": "Title", "text": "Body – é 🎈",
         "language": "en", "publishedAt": "2025-05-13T14:00:00+02:00", "section": {"unknown": [1, 2.5, true]}}"""))
        .isEqualTo(new Article("a1", 1, "https://example.org/1", "example.org", "Title", "Body – é 🎈", "en",
            Instant.parse("2025-05-13T12:00:00Z"), null, null));
  }

  @Test
  void readsWhatItWrites() {
    Article article = new Article("a1", 1, null, "p", null, "Body \"\\\n\u0000🎈", null, Instant.parse("2025-05-13T12:00:00.5Z"), null, null);
    assertThat(codec.read(codec.write(article))).isEqualTo(new Read.Accepted(article));
  }

  @Test
  void writesOnlyWhatWasPublished() {
    Article article = new Article("a1", 3, null, null, null, "Body", null, null, null, null).accepted(3, Instant.EPOCH);
    assertThat(new String(codec.write(article), StandardCharsets.UTF_8)).isEqualTo(
        "{\"id\":\"a1\",\"url\":null,\"publisher\":null,\"title\":null,\"text\":\"Body\",\"language\":null,\"publishedAt\":null}");
  }

  @Test
  void writesNoHalfSurrogatePair() {
    assertThatThrownBy(() -> codec.write(new Article("a", 1, null, null, null, "x\uD83C", null, null, null, null)))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("field \"text\" holds half a surrogate pair at index 1");
  }

  @Test
  void skipsAnInitialByteOrderMark() {
    assertThat(accepted("\uFEFF{\"text\":\"Body\"}").text()).isEqualTo("Body");
  }

  @Test
  void makesAnIdFromTheUrl() {
    assertThat(accepted("{\"id\":\" \",\"url\":\"https://example.org/1\",\"text\":\"Body\"}").id())
        .isEqualTo("u-" + Sha256.of("https://example.org/1".getBytes(StandardCharsets.UTF_8)).substring(0, 32));
  }

  @Test
  void makesAnIdFromPublisherAndText() {
    assertThat(accepted("{\"publisher\":\"p\",\"text\":\"Body\"}").id())
        .isEqualTo("t-" + Sha256.of("p\nBody".getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    assertThat(accepted("{\"url\":\"\",\"text\":\"Body\"}").id()).isNotEqualTo(accepted("{\"url\":\"\",\"text\":\"Other\"}").id());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "2025-05-13T12:00:00Z                 | 2025-05-13T12:00:00Z",
      "2025-05-13T12:00Z                    | 2025-05-13T12:00:00Z",
      "2025-05-13T12:00:00.123-05:00        | 2025-05-13T17:00:00.123Z",
      "2025-05-13T12:00:00+0200             | 2025-05-13T10:00:00Z",
      "2025-05-13                           | 2025-05-13T00:00:00Z",
      "Tue, 13 May 2025 12:00:00 GMT        | 2025-05-13T12:00:00Z",
      "Tue, 13 May 2025 12:00:00 +0200      | 2025-05-13T10:00:00Z"})
  void readsDates(String written, Instant meant) {
    assertThat(accepted("{\"text\":\"x\",\"publishedAt\":\"" + written + "\"}").publishedAt()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2025-05-13T12:00:00", "0999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "1000-01-01T00:00:00+01:00",
      "2025-02-30", "Wed, 13 May 2025 12:00:00 GMT", "+999999999-01-01", "1747137600"})
  void refusesOtherDates(String written) {
    assertThat(refused("{\"text\":\"x\",\"publishedAt\":\"" + written + "\"}").reason()).isEqualTo(Reason.DATE_UNREADABLE);
  }

  @Test
  void namesTheUnreadableDate() {
    assertThat(refused("{\"text\":\"x\",\"publishedAt\":\"13/05/2025\"}")).isEqualTo(new Read.Refused(Reason.DATE_UNREADABLE,
        "field \"publishedAt\" is no date of the years 1000 to 9999: \"13/05/2025\"", "write " + PublicationDate.FORMS + ", or leave it out"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "``                                      | EMPTY_RECORD | the record is empty",
      "` `                                     | EMPTY_RECORD | the record is empty",
      "not json                                | NOT_JSON | the record is no JSON at line 1, column 4: Unrecognized token 'not'",
      "{\"text\":\"x\"                         | NOT_JSON | the record is no JSON at line 1, column 12: Unexpected end-of-input",
      "{\"text\":\"x\"} {}                     | NOT_JSON | the record goes on behind the end of its JSON: an object",
      "{\"text\":\"x\",\"text\":\"y\"}         | NOT_JSON | field \"text\" stands twice",
      "{\"text\":NaN}                          | NOT_JSON | the record is no JSON",
      "[{\"text\":\"x\"}]                      | NOT_AN_OBJECT | the record is JSON but no object",
      "\"text\"                                | NOT_AN_OBJECT | the record is JSON but no object",
      "null                                    | NOT_AN_OBJECT | the record is JSON but no object",
      "{}                                      | TEXT_MISSING | field \"text\" is missing",
      "{\"text\":null}                         | TEXT_MISSING | field \"text\" is null",
      "{\"text\":\" \\n\"}                     | TEXT_EMPTY | field \"text\" holds no text: \" ",
      "{\"text\":[\"x\"]}                      | WRONG_TYPE | field \"text\" is an array, not a string",
      "{\"text\":\"x\",\"title\":{\"a\":1}}    | WRONG_TYPE | field \"title\" is an object, not a string",
      "{\"text\":\"x\",\"id\":17}              | WRONG_TYPE | field \"id\" is the number 17, not a string",
      "{\"text\":\"x\",\"publishedAt\":1.5e3}  | WRONG_TYPE | field \"publishedAt\" is the number 1.5e3, not a string",
      "{\"text\":\"x\",\"language\":true}      | WRONG_TYPE | field \"language\" is true, not a string",
      "{\"text\":\"x\\ud83c\"}                 | NOT_UTF8 | field \"text\" holds half a surrogate pair, \\ud83c, at index 1",
      "{\"text\":\"x\",\"by\":[\"\\udf88\"]}   | NOT_UTF8 | field \"by\" holds half a surrogate pair, \\udf88, at index 0"})
  void refusesAndNamesWhatIsWrong(String json, Reason reason, String message) {
    Read.Refused refused = refused(json == null ? "" : json);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).startsWith(message);
    assertThat(refused.mend()).isNotBlank();
  }

  @Test
  void refusesNoRecordAtAll() {
    assertThat(((Read.Refused) codec.read(null)).reason()).isEqualTo(Reason.EMPTY_RECORD);
  }

  @Test
  void refusesOtherEncodings() {
    Read.Refused latin = (Read.Refused) codec.read("{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin).isEqualTo(new Read.Refused(Reason.NOT_UTF8, "byte 9 (0xE9) is no UTF-8", "write the record in UTF-8"));
    byte[] surrogates = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    assertThat(((Read.Refused) codec.read(surrogates)).reason()).isEqualTo(Reason.NOT_UTF8);
    assertThat(((Read.Refused) codec.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).reason()).isEqualTo(Reason.NOT_UTF8);
  }

  @Test
  void takesAHundredLevelsAndNoMore() {
    String deep = "[".repeat(99) + "]".repeat(99);
    assertThat(accepted("{\"text\":\"x\",\"more\":" + deep + "}").text()).isEqualTo("x");
    assertThat(refused("{\"text\":\"x\",\"more\":[" + deep + "]}").message())
        .isEqualTo("arrays and objects are nested more than 100 deep in field \"more\"");
    assertThat(refused("[".repeat(1_000_000)).reason()).isEqualTo(Reason.NESTED_TOO_DEEPLY);
    assertThat(refused("{\"a\":".repeat(200_000)).reason()).isEqualTo(Reason.NESTED_TOO_DEEPLY);
  }

  @Test
  void measuresTheTextInBytes() {
    assertThat(accepted("{\"text\":\"" + "é".repeat(131_072) + "\"}").text()).hasSize(131_072);
    assertThat(refused("{\"text\":\"" + "é".repeat(131_072) + "x\"}").message())
        .startsWith("field \"text\" has 262145 bytes of UTF-8, the limit is 262144: \"éé").hasSizeLessThan(200);
    assertThat(((Read.Refused) new ArticleCodec(3).read("{\"text\":\"🎈\"}".getBytes(StandardCharsets.UTF_8))).reason())
        .isEqualTo(Reason.TEXT_TOO_LARGE);
  }

  @Test
  void boundsIdAndShortFields() {
    assertThat(accepted("{\"text\":\"x\",\"id\":\"" + "i".repeat(512) + "\"}").id()).hasSize(512);
    assertThat(refused("{\"text\":\"x\",\"id\":\"" + "i".repeat(513) + "\"}").reason()).isEqualTo(Reason.ID_TOO_LONG);
    for (String field : new String[] {"url", "publisher", "title", "language"}) {
      assertThat(refused("{\"text\":\"x\",\"" + field + "\":\"" + "é".repeat(4097) + "\"}").message())
          .startsWith("field \"" + field + "\" has 8194 bytes of UTF-8, the limit is 8192: \"éé");
    }
  }

  @Test
  void isNotHeldUpByNumbers() {
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
      assertThat(accepted("{\"text\":\"x\",\"n\":1e999999999,\"m\":" + "9".repeat(1_000_000) + "}").text()).isEqualTo("x");
      assertThat(refused("{\"text\":" + "9".repeat(1_000_000) + "}").message()).startsWith("field \"text\" is the number 9999")
          .hasSizeLessThan(200);
    });
  }

  @Test
  void isNotHeldUpByCollidingNames() {
    StringBuilder json = new StringBuilder("{\"text\":\"x\"");
    for (int i = 0; i < 1 << 14; i++) {
      json.append(",\"");
      for (int bit = 0; bit < 14; bit++) {
        json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append("\":1");
    }
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(accepted(json + "}").text()).isEqualTo("x"));
  }

  @Test
  void answersForRandomBytes() {
    Random random = new Random(1);
    Set<Reason> seen = EnumSet.noneOf(Reason.class);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = (byte) "{}[]\":,\\u0dtex 1e-\n".charAt(Math.floorMod(bytes[k], 19));
        }
      }
      if (codec.read(bytes) instanceof Read.Refused refused) {
        seen.add(refused.reason());
      }
    }
    assertThat(seen).contains(Reason.NOT_UTF8, Reason.NOT_JSON, Reason.EMPTY_RECORD, Reason.NOT_AN_OBJECT);
  }

  @Test
  void answersForDamagedArticlesAndWhatItRefusesCanBeWritten() {
    byte[] whole = """
        {"id":"a1","url":"https://example.org/é","publisher":"p","title":"\\ud83c\\udf88","text":"Body 🎈 \\"said\\"","language":"en",
        "publishedAt":"2025-05-13T12:00:00Z","more":{"a":[1,-2.5e3,null,true]}}""".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(2);
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Arrays.copyOf(whole, random.nextInt(3) == 0 ? random.nextInt(whole.length) : whole.length);
      for (int k = random.nextInt(3); k >= 0 && bytes.length > 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : whole[random.nextInt(whole.length)]);
      }
      Read read = codec.read(bytes);
      if (read instanceof Read.Refused refused) {
        Json.write(DeadLetter.of(refused.reason(), refused.message(), refused.mend(), "accept", "news.articles", 0, i, bytes, bytes, Instant.EPOCH));
      } else {
        codec.write(((Read.Accepted) read).article());
        accepted++;
      }
    }
    assertThat(accepted).isBetween(1_000, 19_000);
  }

  private Article accepted(String json) {
    Read read = codec.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(Read.Accepted.class);
    return ((Read.Accepted) read).article();
  }

  private Read.Refused refused(String json) {
    Read read = codec.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(Read.Refused.class);
    return (Read.Refused) read;
  }
}
