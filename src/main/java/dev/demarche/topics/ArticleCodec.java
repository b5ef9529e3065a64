package dev.demarche.topics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.domain.Article;
import dev.demarche.topics.DeadLetter.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads articles from the bytes that publishers write, and writes such bytes. Reading trusts nothing: every array of bytes is either an
 * article or a refusal that says what is wrong and how to mend it. Safe for use by several threads.
 *
 * <p>An article is a JSON object with the string {@code text} and, each of them optional, {@code id}, {@code url}, {@code publisher},
 * {@code title}, {@code language} and {@code publishedAt}. A field that is null or, {@code text} and {@code publishedAt} apart, blank
 * counts as missing; other fields are ignored.
 */
public final class ArticleCodec {

  /** The longest text in bytes of UTF-8, unless a setting says otherwise. */
  public static final int DEFAULT_MAX_TEXT = 262_144;

  /** The longest article id in bytes of UTF-8. */
  public static final int MAX_ID = 512;

  /** The longest url, publisher, title or language in bytes of UTF-8. */
  public static final int MAX_FIELD = 8_192;

  static final List<String> FIELDS = List.of("id", "url", "publisher", "title", "text", "language", "publishedAt");

  private static final List<String> SHORT_FIELDS = List.of("url", "publisher", "title", "language");
  private static final int HASH_DIGITS = 32;

  private final int maxText;

  /** What became of an article's bytes. */
  public sealed interface Read {

    /** They are an article: of revision 1, not yet received, without a fingerprint. */
    record Accepted(Article article) implements Read {}

    /**
     * They are none.
     *
     * @param reason  what kind of fault
     * @param message what is wrong, naming field and value
     * @param mend    what to write instead
     */
    record Refused(Reason reason, String message, String mend) implements Read {
      public Refused {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(mend, "mend");
      }
    }
  }

  /** A codec for texts of at most {@link #DEFAULT_MAX_TEXT} bytes. */
  public ArticleCodec() {
    this(DEFAULT_MAX_TEXT);
  }

  /** A codec for texts of at most {@code maxText} bytes of UTF-8, 1 or more. */
  public ArticleCodec(int maxText) {
    if (maxText < 1) {
      throw new IllegalArgumentException("the limit of a text's size is " + maxText + " bytes: at least 1 is needed");
    }
    this.maxText = maxText;
  }

  /** The article in {@code bytes}, or why there is none. Throws nothing, whatever {@code bytes} hold; null counts as empty. */
  public Read read(byte[] bytes) {
    if (bytes == null || bytes.length == 0) {
      return ArticleFields.empty();
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult end = decoder.decode(in, chars, true);
    if (end.isError()) {
      return new Read.Refused(Reason.NOT_UTF8, "byte " + in.position() + " (0x%02X)".formatted(in.get(in.position())) + " is no UTF-8",
          "write the record in UTF-8");
    }
    chars.flip();
    if (chars.length() > 0 && chars.charAt(0) == '\uFEFF') {
      chars.get();
    }
    ArticleFields fields = ArticleFields.scan(chars.toString());
    return fields.refusal() != null ? fields.refusal() : article(fields.values());
  }

  private Read article(Map<String, String> values) {
    String text = values.get("text");
    if (text == null) {
      return new Read.Refused(Reason.TEXT_MISSING, "field \"text\" is " + (values.containsKey("text") ? "null" : "missing"),
          "put the article's body into the field \"text\"");
    }
    if (text.isBlank()) {
      return new Read.Refused(Reason.TEXT_EMPTY, "field \"text\" holds no text: " + Excerpt.quoted(text),
          "put the article's body into the field \"text\"");
    }
    int size = Excerpt.utf8Length(text);
    if (size > maxText) {
      return new Read.Refused(Reason.TEXT_TOO_LARGE, "field \"text\" has " + size + " bytes of UTF-8, the limit is " + maxText + ": "
          + Excerpt.quoted(text), "send the article in parts, or raise the limit of a text's size");
    }
    String id = given(values, "id");
    if (id != null && Excerpt.utf8Length(id) > MAX_ID) {
      return new Read.Refused(Reason.ID_TOO_LONG, "field \"id\" has " + Excerpt.utf8Length(id) + " bytes of UTF-8, the limit is " + MAX_ID
          + ": " + Excerpt.quoted(id), "shorten the id, or leave it out: one is then made from url or text");
    }
    for (String field : SHORT_FIELDS) {
      String value = given(values, field);
      if (value != null && Excerpt.utf8Length(value) > MAX_FIELD) {
        return new Read.Refused(Reason.FIELD_TOO_LONG, "field \"" + field + "\" has " + Excerpt.utf8Length(value)
            + " bytes of UTF-8, the limit is " + MAX_FIELD + ": " + Excerpt.quoted(value), "shorten the field or leave it out");
      }
    }
    String date = values.get("publishedAt");
    Optional<Instant> publishedAt = date == null ? Optional.empty() : PublicationDate.read(date);
    if (date != null && publishedAt.isEmpty()) {
      return new Read.Refused(Reason.DATE_UNREADABLE, "field \"publishedAt\" is no date of the years 1000 to 9999: " + Excerpt.quoted(date),
          "write " + PublicationDate.FORMS + ", or leave it out");
    }
    String url = given(values, "url");
    String publisher = given(values, "publisher");
    return new Read.Accepted(new Article(id(id, url, publisher, text), 1, url, publisher, given(values, "title"), text,
        given(values, "language"), publishedAt.orElse(null), null, null));
  }

  private static String given(Map<String, String> values, String field) {
    String value = values.get(field);
    return value == null || value.isBlank() ? null : value;
  }

  /**
   * The id of an article: {@code id} itself, else one made from {@code url}, else from {@code publisher} and {@code text}. All but the text
   * may be null; blank counts as null.
   */
  public static String id(String id, String url, String publisher, String text) {
    if (id != null && !id.isBlank()) {
      return id;
    }
    if (url != null && !url.isBlank()) {
      return "u-" + hash(url);
    }
    return "t-" + hash((publisher == null || publisher.isBlank() ? "" : publisher) + "\n" + text);
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
  }

  /**
   * The article as a publisher writes it: what was published, nothing of what Demarche adds.
   *
   * @throws IllegalArgumentException naming the field, if a field holds half a surrogate pair and so has no form in UTF-8
   */
  public byte[] write(Article article) {
    ObjectNode json = Json.mapper().createObjectNode();
    put(json, "id", article.id());
    put(json, "url", article.url());
    put(json, "publisher", article.publisher());
    put(json, "title", article.title());
    put(json, "text", article.text());
    put(json, "language", article.language());
    put(json, "publishedAt", article.publishedAt() == null ? null : article.publishedAt().toString());
    return Json.write(json);
  }

  private static void put(ObjectNode json, String field, String value) {
    int lone = value == null ? -1 : Excerpt.loneSurrogate(value);
    if (lone >= 0) {
      throw new IllegalArgumentException("field \"" + field + "\" holds half a surrogate pair at index " + lone);
    }
    json.put(field, value);
  }
}
