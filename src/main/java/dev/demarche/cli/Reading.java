package dev.demarche.cli;

import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Option;

/** The options, and the way, of commands that show what a topic holds. */
final class Reading {
  @Option(names = {"-f", "--follow"}, description = "then wait for more, until Ctrl-C")
  private boolean follow;

  @Option(names = "--json", description = "one record a line, as on the topic")
  private boolean json;

  /** A record's value and its bytes. */
  private record Read<T>(T value, byte[] bytes) {}

  <T> int show(Connection connection, Topic<String, T> topic, Class<T> type, Predicate<T> wanted, Comparator<T> order,
               Function<T, String> text) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Read<T>> present = new ArrayList<>();
    try (TopicReader reader = connection.reader(topic)) {
      reader.readToEnd(record -> take(record, type, wanted, present::add));
      present.sort(Comparator.comparing(Read::value, order));
      present.forEach(read -> print(out, read, text));
      if (follow) {
        reader.follow(record -> take(record, type, wanted, read -> print(out, read, text)), out::checkError);
      }
    }
    return 0;
  }

  private static <T> void take(ConsumerRecord<String, byte[]> record, Class<T> type, Predicate<T> wanted,
                               java.util.function.Consumer<Read<T>> each) {
    if (record.value() == null) {
      return;
    }
    try {
      T value = Json.read(record.value(), type);
      if (wanted.test(value)) {
        each.accept(new Read<>(value, record.value()));
      }
    } catch (SerializationException e) {
      System.err.println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + e.getMessage());
    }
  }

  private <T> void print(PrintStream out, Read<T> read, Function<T, String> text) {
    out.println(json ? new String(read.bytes(), StandardCharsets.UTF_8) : text.apply(read.value()));
  }
}
