package dev.demarche.cli;

import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Reads tagged articles and stances from files or from a stream's topics, and tells what cannot be read. Of a topic each article's newest revision counts
 * alone: the topic is read twice, first for which that is, so that no more than ids are held. Confined to one thread.
 */
final class TaggedSource {
  private final PrintWriter err;
  private final BooleanSupplier enough;
  private int bad;

  /** @param enough whether nobody wants more, asked after each line or record */
  TaggedSource(PrintWriter err, BooleanSupplier enough) {
    this.err = err;
    this.enough = enough;
  }

  /** How many lines and records could not be read. */
  int bad() {
    return bad;
  }

  /** Reads {@code files} of one tagged article a line, {@code -} being standard input, each line as it stands there. */
  void readFiles(List<String> files, Consumer<TaggedArticle> each) {
    try (ProgressBar progress = progress("articles")) {
      for (String file : files) {
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
          readLines(file.equals("-") ? "standard input" : file, lines, each, progress);
        } catch (NoSuchFileException | InvalidPathException e) {
          fail(file + ": there is no such file; name one that exists, or - for standard input");
        } catch (IOException e) {
          fail(file + ": cannot be read (" + e.getMessage() + "); name a file of tagged articles, one a line");
        }
      }
    }
  }

  private void readLines(String name, BufferedReader lines, Consumer<TaggedArticle> each, ProgressBar progress) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null && !enough.getAsBoolean(); line = lines.readLine()) {
      number++;
      String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (!text.isBlank()) {
        take(name + ":" + number, text.getBytes(StandardCharsets.UTF_8), TaggedArticle.class, each,
            "write one tagged article a line, as demarche tag --json does");
        step(progress);
      }
    }
  }

  /** Reads the newest revision of each article that {@code news.tagged} holds. */
  void readTagged(Connection connection, Consumer<TaggedArticle> each) {
    Map<String, String> newest = new HashMap<>();
    read(connection, Topics.TAGGED, "looking for revisions", record -> {
      if (record.value() == null) {
        newest.remove(record.key());
      } else {
        newest.put(record.key(), place(record));
      }
    });
    read(connection, Topics.TAGGED, "exporting articles", record -> {
      if (place(record).equals(newest.get(record.key()))) {
        take(place(record), record.value(), TaggedArticle.class, each, "it is left out");
      }
    });
  }

  /** Reads the stances that {@code news.stances} holds of the newest revision of each article. */
  void readStances(Connection connection, Consumer<StanceRecord> each) {
    Map<String, Integer> newest = new HashMap<>();
    Set<String> unreadable = new HashSet<>();
    read(connection, Topics.STANCES, "looking for revisions", record -> {
      int before = bad;
      take(place(record), record.value(), StanceRecord.class, stance -> newest.merge(stance.article().id(), stance.article().revision(), Math::max),
          "it is left out");
      if (bad > before) {
        unreadable.add(place(record));
      }
    });
    read(connection, Topics.STANCES, "exporting stances", record -> {
      if (!unreadable.contains(place(record))) {
        take(place(record), record.value(), StanceRecord.class, stance -> {
          if (newest.getOrDefault(stance.article().id(), 0) <= stance.article().revision()) {
            each.accept(stance);
          }
        }, "it is left out");
      }
    });
  }

  private void read(Connection connection, Topic<?, ?> topic, String task, Consumer<ConsumerRecord<String, byte[]>> each) {
    try (TopicReader reader = connection.reader(topic); ProgressBar progress = progress(task)) {
      reader.readToEnd(record -> {
        if (!enough.getAsBoolean()) {
          each.accept(record);
          step(progress);
        }
      });
    }
  }

  private <T> void take(String place, byte[] bytes, Class<T> type, Consumer<T> each, String mend) {
    if (bytes == null) {
      return;
    }
    T value;
    try {
      value = Json.read(bytes, type);
    } catch (SerializationException e) {
      fail(place + ": " + e.getMessage() + "; " + mend);
      return;
    }
    each.accept(value);
  }

  private void fail(String message) {
    bad++;
    err.println(Paint.clean(message));
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  private static void step(ProgressBar progress) {
    if (progress != null) {
      progress.step();
    }
  }

  private static ProgressBar progress(String task) {
    return System.console() == null ? null : new ProgressBarBuilder().setTaskName(task).setUpdateIntervalMillis(200).showSpeed().build();
  }
}
