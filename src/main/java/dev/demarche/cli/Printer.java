package dev.demarche.cli;

import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Prints the records of a topic that are wanted, as text or as they stand on the topic. Confined to one thread. */
final class Printer<T> {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Class<T> type;
  private final Predicate<T> wanted;
  private final BiFunction<T, String, String> text;
  private final boolean json;
  private final long max;
  private long printed;

  /** A record's value, its bytes, and topic-partition@offset. */
  private record Read<T>(T value, byte[] bytes, String place) {}

  /**
   * A printer that has printed nothing.
   *
   * @param type   of the values
   * @param wanted which to print
   * @param text   a value for people
   * @param json   whether to print the bytes instead, one record a line
   * @param max    how many to print at most
   */
  Printer(Class<T> type, Predicate<T> wanted, Function<T, String> text, boolean json, long max) {
    this(type, wanted, (value, place) -> text.apply(value), json, max);
  }

  /** @param text a value, and topic-partition@offset of its record, for people */
  Printer(Class<T> type, Predicate<T> wanted, BiFunction<T, String, String> text, boolean json, long max) {
    this.type = type;
    this.wanted = wanted;
    this.text = text;
    this.json = json;
    this.max = max;
  }

  /** Prints what the topic holds now, in {@code order}. */
  void present(TopicReader reader, Comparator<T> order) {
    List<Read<T>> present = new ArrayList<>();
    reader.readToEnd(record -> take(record, present::add));
    present.sort(Comparator.comparing(Read::value, order));
    present.forEach(this::print);
  }

  /** Prints what the topic holds now, as it is read. */
  void present(TopicReader reader) {
    reader.readToEnd(record -> take(record, this::print));
  }

  /** Prints what comes, until all are printed or nobody reads the output any more. */
  void follow(TopicReader reader) {
    reader.follow(record -> take(record, this::print), () -> printed >= max || out.checkError());
  }

  private void take(ConsumerRecord<String, byte[]> record, Consumer<Read<T>> each) {
    if (record.value() == null) {
      return;
    }
    try {
      T value = Json.read(record.value(), type);
      if (wanted.test(value)) {
        each.accept(new Read<>(value, record.value(), record.topic() + "-" + record.partition() + "@" + record.offset()));
      }
    } catch (SerializationException e) {
      System.err.println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + e.getMessage());
    }
  }

  private void print(Read<T> read) {
    if (printed < max) {
      printed++;
      out.println(json ? new String(read.bytes(), StandardCharsets.UTF_8) : text.apply(read.value(), read.place()));
    }
  }
}
