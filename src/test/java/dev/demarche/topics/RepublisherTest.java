package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.DeadLetter.Source;
import dev.demarche.topics.Republication.Ready;
import dev.demarche.topics.Republication.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RepublisherTest {
  private static final Instant NOW = Instant.parse("2025-05-13T12:00:00Z");
  private static final Source LETTER = new Source("news.dead-letters", 0, 17);
  private static final String GOOD = "{\"text\":\"Norland rejects the plan.\"}";

  private final MockTopics topics = new MockTopics();
  private final Republisher republisher = republisher(100);

  private Republisher republisher(int maxText) {
    return new Republisher(new Originals(topics::consumer), topics::producer, "news.", new ArticleCodec(maxText), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static DeadLetter letter(String topic, int partition, long offset, String key, byte[] value) {
    return DeadLetter.of(Reason.TEXT_MISSING, "m", "m", "read", topic, partition, offset, bytes(key), value, NOW);
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private ProducerRecord<byte[], byte[]> publish(DeadLetter letter, String edited) {
    republisher.publish((Ready) republisher.draft(LETTER, letter, bytes(edited)), "ana");
    return topics.sent().get(topics.sent().size() - 1);
  }

  @Test
  void aMendedArticleGoesWhereItWasWithItsKeyAndTellsWhereFromAndByWhom() {
    ProducerRecord<byte[], byte[]> sent = publish(letter("news.articles", 3, 7, "a1", bytes("{}")), GOOD);
    assertThat(sent.topic()).isEqualTo("news.articles");
    assertThat(sent.partition()).isEqualTo(3);
    assertThat(sent.key()).isEqualTo(bytes("a1"));
    assertThat(sent.value()).isEqualTo(bytes(GOOD));
    assertThat(sent.headers().lastHeader(Republisher.FROM).value()).isEqualTo(bytes("news.dead-letters-0@17"));
    assertThat(sent.headers().lastHeader(Republisher.BY).value()).isEqualTo(bytes("ana"));
  }

  @Test
  void anArticleThatWouldBecomeADeadLetterAgainIsRefusedWithWhatIsWrong() {
    DeadLetter letter = letter("news.articles", 0, 7, "a1", bytes("{}"));
    assertThat(republisher.draft(LETTER, letter, null)).isEqualTo(new Refused("field \"text\" is missing", "put the article's body into the field \"text\""));
    assertThat(republisher.draft(LETTER, letter, bytes("no json"))).isInstanceOf(Refused.class);
    assertThat(republisher.draft(LETTER, letter, new byte[] {(byte) 0xFF})).isInstanceOf(Refused.class);
  }

  @Test
  void whatTheLetterCutComesWholeFromItsTopic() {
    byte[] whole = bytes("{\"text\":\"" + "x".repeat(70_000) + "\"}");
    topics.put("news.articles", 0, 7, bytes("a1"), whole);
    Republication draft = republisher(80_000).draft(LETTER, letter("news.articles", 0, 7, "a1", whole), null);
    assertThat(((Ready) draft).value()).isEqualTo(whole);
  }

  @Test
  void whatTheLetterCutAndItsTopicNoLongerHoldsIsRefused() {
    byte[] whole = bytes("{\"text\":\"" + "x".repeat(70_000) + "\"}");
    DeadLetter letter = letter("news.articles", 0, 7, "a1", whole);
    assertThat(((Refused) republisher.draft(LETTER, letter, bytes(GOOD))).message()).contains("first 64 KB of 70011 bytes", "no longer at news.articles-0@7");
    topics.put("news.articles", 0, 7, bytes("a1"), bytes("of a topic that was made anew"));
    assertThat(((Refused) republisher.draft(LETTER, letter, null)).message()).contains("another record stands at news.articles-0@7 now");
  }

  @Test
  void aKeyThatIsNoTextIsTakenFromTheTopicOrNotAtAll() {
    byte[] key = {(byte) 0xC3, 0x28};
    DeadLetter letter = DeadLetter.of(Reason.STAGE_FAILED, "m", "m", "tag", "news.articles", 1, 7, key, bytes(GOOD), NOW);
    assertThat(((Refused) republisher.draft(LETTER, letter, null)).message()).contains("does not hold the whole key");
    topics.put("news.articles", 1, 7, key, bytes(GOOD));
    assertThat(((Ready) republisher.draft(LETTER, letter, null)).key()).isEqualTo(key);
  }

  @Test
  void anArticleWithoutKeyIsPublishedUnderItsId() {
    ProducerRecord<byte[], byte[]> sent = publish(letter("news.articles", 3, 7, null, bytes("{}")), "{\"id\":\"b2\",\"text\":\"x\"}");
    assertThat(sent.key()).isEqualTo(bytes("b2"));
    assertThat(sent.partition()).isNull();
  }

  @Test
  void onlyWhatIsReadAsAStreamIsPublished() {
    assertThat(republisher.draft(LETTER, letter("news.watches", 0, 1, "w", bytes("{}")), null)).isInstanceOf(Refused.class);
    assertThat(republisher.draft(LETTER, letter("payments", 0, 1, "w", bytes("{}")), null)).isInstanceOf(Refused.class);
    assertThat(((Refused) republisher.draft(LETTER, letter("news.reactions", 0, 1, "w", bytes("x")), null)).message()).contains("cannot read Reaction");
  }

  @Test
  void remembersWhatWasPublishedOfALetter() {
    DeadLetter letter = letter("news.articles", 3, 7, "a1", bytes("{}"));
    publish(letter, GOOD);
    assertThat(((Ready) republisher.draft(LETTER, letter, bytes(GOOD))).earlier()).singleElement()
        .satisfies(done -> assertThat(done.by()).isEqualTo("ana"));
  }

  @Test
  void placesAreReadAsTheyAreWritten() {
    assertThat(Source.of("my-own.news-2-11@42")).isEqualTo(new Source("my-own.news-2", 11, 42));
    assertThat(Source.of(LETTER.place())).isEqualTo(LETTER);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Source.of("../../etc@1"))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLetterIsReadFromTheTopicOfLettersAlone() {
    topics.put("news.dead-letters", 0, 17, null, Json.write(letter("news.articles", 3, 7, "a1", bytes("{}"))));
    topics.put("payments", 0, 17, null, Json.write(letter("news.articles", 3, 7, "a1", bytes("{}"))));
    assertThat(republisher.letter(LETTER)).isPresent();
    assertThat(republisher.letter(new Source("news.dead-letters", 0, 18))).isEmpty();
    assertThat(republisher.letter(new Source("payments", 0, 17))).isEmpty();
  }
}
