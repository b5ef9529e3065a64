package dev.demarche.app;

import dev.demarche.catalogue.CrossCheck;
import dev.demarche.catalogue.Located;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What the catalogues of a cluster held when they were read, and what a change to one of them would do. Immutable.
 *
 * <pre>{@code
 * Catalogues before = Catalogues.read(settings);
 * List<PackProblem> problems = before.problems(CatalogueKind.ACTORS, pack.values(), Set.of());
 * }</pre>
 */
public final class Catalogues {

  /**
   * A value that stands in a catalogue.
   *
   * @param value   the value
   * @param version offset of its record
   * @param bytes   of its record
   * @param where   it stands, in words
   */
  public record Standing<T>(T value, long version, byte[] bytes, String where) {
    Located<T> located() {
      return Located.in(where, value);
    }
  }

  private final Map<CatalogueKind<?>, SortedMap<String, ? extends Standing<?>>> standing = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();

  private Catalogues() {}

  /** Reads what the catalogues hold now. */
  public static Catalogues read(Settings settings) {
    Catalogues all = new Catalogues();
    CatalogueKind.ALL.forEach(kind -> all.take(kind, settings));
    return all;
  }

  /** Reads what the catalogue of one kind holds now; the others are empty. */
  public static Catalogues read(Settings settings, CatalogueKind<?> kind) {
    Catalogues one = new Catalogues();
    one.take(kind, settings);
    return one;
  }

  private <T> void take(CatalogueKind<T> kind, Settings settings) {
    String name = kind.topic().name(settings.text(Setting.TOPIC_PREFIX));
    SortedMap<String, Standing<T>> values = new TreeMap<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name)) {
      for (ConsumerRecord<String, byte[]> record : reader.newestByKey()) {
        String where = name + ", version " + record.offset();
        try {
          T value = Json.read(record.value(), kind.type());
          values.put(record.key(), new Standing<>(value, record.offset(), record.value(), where));
        } catch (SerializationException e) {
          unreadable.add(where + ": " + record.key() + " is passed over: " + e.getMessage() + "; put it anew, or delete it");
        }
      }
    }
    standing.put(kind, values);
  }

  /** What stands in the catalogue of {@code kind}, by id. */
  @SuppressWarnings("unchecked") // put so by take alone
  public <T> SortedMap<String, Standing<T>> of(CatalogueKind<T> kind) {
    return (SortedMap<String, Standing<T>>) standing.getOrDefault(kind, new TreeMap<>());
  }

  /** Records that hold no value, one line each, with a mend. */
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /**
   * What would be wrong if {@code put} were put and {@code deleted} were deleted: with the values that are put, or with those that stand and
   * name what goes. What was wrong before and stays as it is does not count.
   */
  public <T> List<PackProblem> problems(CatalogueKind<T> kind, List<Located<T>> put, Collection<String> deleted) {
    List<PackProblem> problems = new ArrayList<>(kind.problems(put));
    Set<PackProblem> before = new HashSet<>(cross(kind, List.of(), Set.of()));
    cross(kind, put, deleted).stream().filter(problem -> !before.contains(problem)).forEach(problems::add);
    return problems;
  }

  private List<PackProblem> cross(CatalogueKind<?> changed, List<? extends Located<?>> put, Collection<String> deleted) {
    return CrossCheck.all(after(CatalogueKind.ACTORS, changed, put, deleted), after(CatalogueKind.ISSUES, changed, put, deleted),
        after(CatalogueKind.WATCHES, changed, put, deleted));
  }

  private <T> List<Located<T>> after(CatalogueKind<T> kind, CatalogueKind<?> changed, List<? extends Located<?>> put,
                                     Collection<String> deleted) {
    if (kind != changed) {
      return of(kind).values().stream().map(Standing::located).toList();
    }
    List<Located<T>> values = new ArrayList<>();
    @SuppressWarnings("unchecked") // of the kind that changes
    List<Located<T>> of = (List<Located<T>>) put;
    Set<String> gone = new HashSet<>(deleted);
    of.forEach(value -> gone.add(kind.id().apply(value.value())));
    of(kind).forEach((id, value) -> {
      if (!gone.contains(id)) {
        values.add(value.located());
      }
    });
    values.addAll(of);
    return values;
  }

  /**
   * What putting values comes to.
   *
   * @param added     new ones, by id
   * @param changed   those that stand otherwise, by id
   * @param unchanged how many stand as they are
   * @param deleted   ids of those that stand and go
   */
  public record Change<T>(Map<String, T> added, Map<String, T> changed, int unchanged, List<String> deleted) {

    /** How many records it takes. */
    public int size() {
      return added.size() + changed.size() + deleted.size();
    }

    /** What is written: values by id, null for those that go. */
    public Map<String, T> writes() {
      Map<String, T> writes = new LinkedHashMap<>(added);
      writes.putAll(changed);
      deleted.forEach(id -> writes.put(id, null));
      return writes;
    }
  }

  /** What putting {@code values} comes to; with {@code prune}, all that stand and are not among them go. */
  public <T> Change<T> change(CatalogueKind<T> kind, List<T> values, boolean prune) {
    Map<String, T> added = new LinkedHashMap<>();
    Map<String, T> changed = new LinkedHashMap<>();
    Set<String> wanted = new HashSet<>();
    int unchanged = 0;
    Map<String, Standing<T>> present = of(kind);
    for (T value : values) {
      String id = kind.id().apply(value);
      wanted.add(id);
      if (!present.containsKey(id)) {
        added.put(id, value);
      } else if (present.get(id).value().equals(value)) {
        unchanged++;
      } else {
        changed.put(id, value);
      }
    }
    List<String> deleted = prune ? present.keySet().stream().filter(id -> !wanted.contains(id)).toList() : List.of();
    return new Change<>(added, changed, unchanged, deleted);
  }

  /** All actors that stand. */
  public List<Actor> actors() {
    return of(CatalogueKind.ACTORS).values().stream().map(Standing::value).toList();
  }

  /** A catalogue as it would be read, for tests and for what is checked before there is a cluster. */
  static Catalogues of(List<Actor> actors, List<Issue> issues, List<Watch> watches) {
    Catalogues all = new Catalogues();
    all.hold(CatalogueKind.ACTORS, actors);
    all.hold(CatalogueKind.ISSUES, issues);
    all.hold(CatalogueKind.WATCHES, watches);
    return all;
  }

  private <T> void hold(CatalogueKind<T> kind, List<T> list) {
    SortedMap<String, Standing<T>> values = new TreeMap<>();
    list.forEach(value -> values.put(kind.id().apply(value), new Standing<>(value, values.size(), Json.write(value),
        kind.topic().name("") + ", version " + values.size())));
    standing.put(kind, values);
  }
}
