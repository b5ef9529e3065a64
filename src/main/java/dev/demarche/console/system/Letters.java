package dev.demarche.console.system;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelf.Filter;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.DeadLetter.Source;
import dev.demarche.topics.Original;
import dev.demarche.topics.Republication;
import dev.demarche.topics.Republication.Done;
import dev.demarche.topics.Republisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The dead letters: lists them, looks into one, has one published again. Safe for use by several threads. */
public final class Letters {
  private static final Duration DAY = Duration.ofDays(1);
  /** A form of a page carries it, in which each byte may take three. */
  private static final int EDITABLE = 250_000;

  private final Archive archive;
  private final Republisher republisher;

  /**
   * A dead letter in a list.
   *
   * @param id     topic-partition@offset of the letter
   * @param source the same of the record that it tells of
   * @param key    of that record, or null
   * @param bytes  of its value
   */
  public record Entry(String id, DeadLetter.Reason reason, String message, String mend, String stage, String source, String key, int bytes, Instant at) {
    static Entry of(String id, DeadLetter letter) {
      return new Entry(id, letter.reason(), letter.message(), letter.mend(), letter.stage(), letter.source().place(), letter.key(), letter.originalSize(),
          letter.at());
    }
  }

  /**
   * Some of the dead letters.
   *
   * @param byReason how many there are by reason, whatever is asked for
   * @param total    how many are as asked for
   */
  public record Listed(Map<String, Long> byReason, List<Entry> items, long total) {}

  /**
   * A dead letter with what it tells of.
   *
   * @param content  the value of the record, or null where it had none
   * @param onTopic  whether it still stands on its source topic
   * @param lack     why the record cannot be had whole, or null
   * @param editable the value as text to be edited, or null where it cannot be edited here; not in the JSON of the API
   * @param earlier  what was published of it before, as far as this instance knows
   */
  public record Opened(Entry letter, String sha256, Content content, boolean onTopic, String lack,
                       @com.fasterxml.jackson.annotation.JsonIgnore String editable, List<Done> earlier) {}

  public Letters(Archive archive, Republisher republisher) {
    this.archive = Objects.requireNonNull(archive, "archive");
    this.republisher = Objects.requireNonNull(republisher, "republisher");
  }

  /** How many the 24 hours before {@code now} had, by reason; without those that had none. */
  Map<String, Long> ofLastDay(Instant now) {
    return byReason(Filter.ALL.between(now.minus(DAY), null));
  }

  private Map<String, Long> byReason(Filter filter) {
    Shelf<DeadLetter> shelf = archive.shelf(Shelves.DEAD_LETTERS);
    Map<String, Long> counts = new LinkedHashMap<>();
    if (shelf.find(filter, 0, 1).total() > 0) {
      for (DeadLetter.Reason reason : DeadLetter.Reason.values()) {
        long count = shelf.find(filter.with("reason", reason.name()), 0, 1).total();
        if (count > 0) {
          counts.put(reason.name(), count);
        }
      }
    }
    return counts;
  }

  /** Those of a reason, stage and source topic, the newest first; null asks for any. */
  Listed list(String reason, String stage, String topic, Range range) {
    Shelf<DeadLetter> shelf = archive.shelf(Shelves.DEAD_LETTERS);
    Slice<String> keys = shelf.keys(Filter.ALL.with("reason", reason).with("stage", stage).with("topic", topic), range.skip(), range.limit());
    List<Entry> items = keys.items().stream().flatMap(id -> shelf.get(id).map(letter -> Entry.of(id, letter)).stream()).toList();
    return new Listed(byReason(Filter.ALL), items, keys.total());
  }

  /**
   * The letter {@code id} with what it tells of; empty where there is none. Asks the brokers.
   *
   * @throws IllegalArgumentException if {@code id} is no place of a record
   */
  Optional<Opened> open(String id) {
    return letter(id).map(letter -> {
      Original original = republisher.original(letter);
      byte[] value = original.value();
      String editable = value == null || !original.whole() || value.length > EDITABLE ? null : new String(value, StandardCharsets.UTF_8);
      return new Opened(Entry.of(id, letter), letter.originalSha256(), value == null ? null : Content.of(value, !original.whole()), original.onTopic(),
          original.lack(), editable, republisher.earlier(Source.of(id)));
    });
  }

  /** The letter {@code id}: as the console has read it, or as it stands on the topic. */
  private Optional<DeadLetter> letter(String id) {
    Source place = Source.of(id);
    return archive.shelf(Shelves.DEAD_LETTERS).get(id).or(() -> republisher.letter(place));
  }

  /**
   * Whether and as what the letter {@code id} can be published; empty where there is none.
   *
   * @param edited text instead of the original value, or null
   * @throws IllegalArgumentException if {@code id} is no place of a record
   */
  Optional<Republication> draft(String id, String edited) {
    return letter(id).map(letter -> republisher.draft(Source.of(id), letter, edited == null ? null : edited.getBytes(StandardCharsets.UTF_8)));
  }

  /** Publishes it. */
  Done publish(Republication.Ready ready, String by) {
    return republisher.publish(ready, by);
  }
}
