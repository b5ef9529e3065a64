package dev.demarche.app;

import dev.demarche.catalogue.Pack;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.tagging.text.TextReader;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which tagger, and which packs. */
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private Engine() {}

  /** A tagger for these catalogues; an issue whose words are no query is reported and left out. */
  public static NewsTagger tagger(Collection<Actor> actors, Collection<Issue> issues) {
    NewsTagger tagger = NewsTagger.of(Encoder.standard(), actors, issues);
    tagger.refusedIssues().forEach(id -> LOG.warn("the issue {} is left out: its words are no query in Lucene's syntax; put it again", id));
    return tagger;
  }

  /** The same with what {@code settings} say of tagging. */
  public static NewsTagger tagger(Settings settings, Collection<Actor> actors, Collection<Issue> issues) {
    return tagger(actors, issues).withLeastConfidence(settings.share(Setting.PRONOUN_CONFIDENCE));
  }

  /** A tagger for the packs that the settings name; the models are loaded while the packs are read. */
  public static NewsTagger tagger(Settings settings) {
    // What goes wrong here goes wrong again, and is told, where the models are needed.
    CompletableFuture.runAsync(Encoder::standard);
    CompletableFuture.runAsync(TextReader::load);
    Packs packs = packs(settings);
    return tagger(settings, packs.actors().plain(), packs.issues().plain());
  }

  /**
   * The packs that the settings name, without a problem.
   *
   * @throws SettingsException naming each problem with its file, line and mend
   */
  public static Packs packs(Settings settings) {
    String folder = settings.text(Setting.PACKS);
    Packs packs;
    try {
      packs = folder.isBlank() ? Packs.bundled() : Packs.of(Path.of(folder));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(Setting.PACKS.key() + ": " + e.getMessage() + "; name a folder with actors/, issues/ and watches/");
    }
    List<PackProblem> problems = new ArrayList<>(packs.check());
    CatalogueKind.ALL.forEach(kind -> problems.addAll(kind.problems(packs)));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems.stream().map(PackProblem::message).toList());
    }
    return packs;
  }

  /**
   * Puts the packs into those catalogues of a cluster that hold nothing yet, so that what editors changed since stays.
   *
   * @return how many entries were put, by the topic's name
   */
  public static Map<String, Integer> fillCatalogues(Settings settings) {
    Packs packs = packs(settings);
    Map<String, Integer> filled = new LinkedHashMap<>();
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      fill(writer, settings, Topics.ACTORS, packs.actors(), Actor::id, filled);
      fill(writer, settings, Topics.ISSUES, packs.issues(), Issue::id, filled);
      fill(writer, settings, Topics.WATCHES, packs.watches(), Watch::id, filled);
    }
    return filled;
  }

  private static <T> void fill(TopicWriter writer, Settings settings, Topic<String, T> topic, Pack<T> pack, Function<T, String> id,
                               Map<String, Integer> filled) {
    String name = topic.name(settings.text(Setting.TOPIC_PREFIX));
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name)) {
      if (!reader.newestByKey().isEmpty()) {
        return;
      }
    }
    Map<String, T> values = new LinkedHashMap<>();
    pack.plain().forEach(value -> values.put(id.apply(value), value));
    writer.putAll(topic, name, values, done -> { });
    filled.put(name, values.size());
  }
}
