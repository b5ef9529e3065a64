package dev.demarche.cli;

import dev.demarche.topics.TopicReader;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options, and the way, of commands that show all that a topic holds, oldest first. */
final class Reading {
  @Option(names = {"-f", "--follow"}, description = "then wait for more, until Ctrl-C")
  private boolean follow;

  @Option(names = "--json", description = "one record a line, as on the topic")
  private boolean json;

  <T> int show(Connection connection, View<T> view, Predicate<T> wanted, Comparator<T> order, Function<T, String> text) {
    return show(connection, view, wanted, order, (value, place) -> text.apply(value));
  }

  /** @param text of a value and topic-partition@offset of its record */
  <T> int show(Connection connection, View<T> view, Predicate<T> wanted, Comparator<T> order, BiFunction<T, String, String> text) {
    Printer<T> printer = new Printer<>(view.type(), wanted, text, json, Long.MAX_VALUE);
    try (TopicReader reader = connection.reader(view.topic())) {
      printer.present(reader, order);
      if (follow) {
        printer.follow(reader);
      }
    }
    return 0;
  }
}
