package dev.demarche.app;

import dev.demarche.alerting.Rehearsal;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Shift;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import dev.demarche.watching.WatchIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Tries drafts of watches on what the topics still hold: what they would have found, and which alerts that comes to, by the same index and the
 * same decisions as in the stream. Sends and writes nothing. For use by one thread.
 */
public final class WatchTrial implements AutoCloseable {
  private final Settings settings;
  private final List<Watch> drafts;
  private final WatchIndex index = new WatchIndex();
  private final List<Hit> hits = new ArrayList<>();
  private final Consumer<String> unreadable;
  private long articles;
  private Instant since;

  /**
   * A trial that has read nothing.
   *
   * @param actors     whose groups the drafts may name
   * @param unreadable is told of each record that cannot be read
   * @throws IllegalArgumentException if a draft cannot be asked, with its id and what is wrong
   */
  public WatchTrial(Settings settings, List<Watch> drafts, Groups actors, Consumer<String> unreadable) {
    this.settings = settings;
    this.drafts = List.copyOf(drafts);
    this.unreadable = unreadable;
    index.groups(actors);
    Map<String, Problem> refused = index.putAll(drafts.stream().map(draft -> new WatchIndex.Versioned(draft, 0)).toList());
    refused.forEach((id, problem) -> {
      throw new IllegalArgumentException(id + ": " + problem.field() + ": " + problem.message() + "; " + problem.mend());
    });
  }

  /**
   * Reads what came since {@code since} and what the drafts find in it.
   *
   * @param progress is told after each record how many were read; what it throws ends the reading
   */
  public void read(Instant since, LongConsumer progress) {
    this.since = since;
    boolean shifts = drafts.stream().anyMatch(draft -> draft.kind() == Finding.Kind.SHIFT);
    boolean states = drafts.stream().anyMatch(draft -> !draft.states().isEmpty());
    if (drafts.stream().anyMatch(draft -> draft.kind() != Finding.Kind.SHIFT && draft.states().isEmpty())) {
      articles = read(Topics.TAGGED, TaggedArticle.class, since, article -> true, article -> index.match(NewsTagger.again(article)), progress);
    }
    if (shifts) {
      read(Topics.SHIFTS, Shift.class, since, shift -> shift.state() == Shift.State.TOLD, index::match, progress);
    }
    if (states) {
      read(Topics.CONDITION_STATES, ConditionState.class, since, state -> true, index::match, progress);
    }
  }

  private <T> long read(Topic<String, T> topic, Class<T> type, Instant since, Predicate<T> counts, Function<T, List<Hit>> match,
                        LongConsumer progress) {
    String name = topic.name(settings.text(Setting.TOPIC_PREFIX));
    long[] read = {0};
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name)) {
      reader.skipTo(since);
      reader.readToEnd(record -> {
        if (record.value() != null) {
          try {
            T value = Json.read(record.value(), type);
            if (counts.test(value)) {
              hits.addAll(match.apply(value));
            }
          } catch (SerializationException e) {
            unreadable.accept(name + "-" + record.partition() + "@" + record.offset() + ": passed over: " + e.getMessage());
          }
          progress.accept(++read[0]);
        }
      });
    }
    return read[0];
  }

  /** How many tagged articles were read. */
  public long articles() {
    return articles;
  }

  /** How many findings the drafts ask for, so far. */
  public int found() {
    return hits.size();
  }

  /** What the hits come to, for each draft in their order. */
  public List<Rehearsal.Outcome> outcomes(Instant now) {
    Houses houses = StreamApp.houses(settings);
    List<Hit> inOrder = new ArrayList<>(hits);
    inOrder.sort(Comparator.comparing((Hit hit) -> hit.article().receivedAt(), Comparator.nullsFirst(Comparator.naturalOrder()))
        .thenComparing(hit -> hit.article().id()).thenComparing(hit -> hit.finding().id()));
    return drafts.stream().map(draft -> Rehearsal.of(draft, houses,
        inOrder.stream().filter(hit -> hit.watch().id().equals(draft.id())).toList(), since, now)).toList();
  }

  @Override
  public void close() {
    index.close();
  }
}
