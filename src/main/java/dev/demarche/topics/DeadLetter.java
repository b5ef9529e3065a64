package dev.demarche.topics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record that a stage could not take, with why and with what it was: the value of the topic of dead letters.
 *
 * @param reason         what kind of fault
 * @param message        what is wrong, naming field and value; at most 2,000 characters
 * @param mend           what to do about it; at most 2,000 characters
 * @param stage          the stage that could not take it
 * @param source         where the record stood
 * @param key            the record's key as text, at most 1 KB of UTF-8, or null where it had none
 * @param original       base64 of the first 64 KB of the record's value, or null where it had none
 * @param originalSize   bytes of the whole value
 * @param originalSha256 SHA-256 of the whole value in hexadecimal digits, or null where there was none
 * @param at             when the stage gave it up
 */
public record DeadLetter(Reason reason, String message, String mend, String stage, Source source, String key, String original,
                         int originalSize, String originalSha256, Instant at) {

  /** How many bytes of the original are kept. */
  public static final int MAX_ORIGINAL = 65_536;

  static final int MAX_KEY = 1_024;

  private static final int MAX_PLACE = 100;
  private static final int MAX_MESSAGE = 2_000;

  /** The kinds of faults; the first twelve are those of articles that come from outside, the last six those of feeds and pages. */
  public enum Reason {
    EMPTY_RECORD, NOT_UTF8, NOT_JSON, NESTED_TOO_DEEPLY, NOT_AN_OBJECT, WRONG_TYPE, TEXT_MISSING, TEXT_EMPTY, TEXT_TOO_LARGE, ID_TOO_LONG,
    FIELD_TOO_LONG, DATE_UNREADABLE,
    STAGE_FAILED, RECORD_TOO_LARGE, UNREADABLE_RECORD, REFUSED_BY_BROKER,
    FETCH_FAILED, BODY_TOO_LARGE, ADDRESS_REFUSED, ROBOTS_DISALLOW, FEED_UNREADABLE, PAGE_UNREADABLE
  }

  /**
   * Where a record stood.
   *
   * @param topic     its topic, prefix included
   * @param partition or -1 where not known
   * @param offset    or -1 where not known
   */
  public record Source(String topic, int partition, long offset) {
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    public Source {
      Objects.requireNonNull(topic, "topic");
    }

    /**
     * The place that {@link #place()} wrote.
     *
     * @throws IllegalArgumentException if {@code place} names none, with the form that it should have
     */
    public static Source of(String place) {
      Matcher parts = PLACE.matcher(place);
      if (!parts.matches()) {
        throw new IllegalArgumentException("\"" + Excerpt.of(place, MAX_PLACE) + "\" is no place of a record; write TOPIC-PARTITION@OFFSET, such as "
            + "news.dead-letters-0@17");
      }
      return new Source(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** Topic, partition and offset in one: {@code news.articles-3@17}. */
    public String place() {
      return topic + "-" + partition + "@" + offset;
    }

    /** Whether partition and offset are known. */
    boolean known() {
      return partition >= 0 && offset >= 0;
    }
  }

  public DeadLetter {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(mend, "mend");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(at, "at");
    if (originalSize < 0) {
      throw new IllegalArgumentException("originalSize " + originalSize + " is negative");
    }
  }

  /** The dead letter of a record. Whatever its key, value and the message hold, the letter can be written. */
  public static DeadLetter of(Reason reason, String message, String mend, String stage, String topic, int partition, long offset,
                              byte[] key, byte[] original, Instant at) {
    return new DeadLetter(reason, Excerpt.of(message, MAX_MESSAGE), Excerpt.of(mend, MAX_MESSAGE), stage,
        new Source(topic, partition, offset), key == null ? null : text(key), original == null ? null : base64(original),
        original == null ? 0 : original.length, original == null ? null : Sha256.of(original), at);
  }

  /** The kept bytes of the original, all where {@code originalSize} is at most {@link #MAX_ORIGINAL}; null where there was none. */
  public byte[] originalBytes() {
    return original == null ? null : Base64.getDecoder().decode(original);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes.length <= MAX_ORIGINAL ? bytes : Arrays.copyOf(bytes, MAX_ORIGINAL));
  }

  private static String text(byte[] key) {
    String text = new String(key, 0, Math.min(key.length, MAX_KEY), StandardCharsets.UTF_8);
    // A byte that is no UTF-8 becomes U+FFFD of three bytes, so a key of 1 KB may have grown.
    int end = text.length();
    while (Excerpt.utf8Length(text.substring(0, end)) > MAX_KEY) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
