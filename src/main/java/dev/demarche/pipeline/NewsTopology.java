package dev.demarche.pipeline;

import dev.demarche.alerting.Inhibitions;
import dev.demarche.alerting.Silences;
import dev.demarche.domain.Actor;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Inhibitor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Offices;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Silence;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.positions.Rules;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.Stores;

/**
 * The stream as a whole, stage by stage in the order of the flow:
 *
 * <pre>
 * articles -> read -> accept -> tag -> tagged
 *                                 |-> fan-out -> statements, stances, conditions, entities
 *                                 |-> stand -> stands -> position -> positions, shifts
 *                                 |                            |
 *                                 |-> bear -> bearings -> pursue -> condition-states
 *                                 |                            |
 *                                 `-> match ---------------> hits -> trigger -> alerts
 *                                                                      |
 *                                                                      notify -> notifications
 *                                                                      |
 *                                                       reactions -> react -> alert-lives
 * </pre>
 *
 * <p>Articles whose key is not their id go from {@code read} over the topic {@code rekeyed} to {@code accept}; any stage may
 * write to {@code dead-letters}. Actors, issues, watches, silences and inhibitions are
 * global stores, and so are the alerts that inhibit others. Building it does no I/O.
 */
public final class NewsTopology {
  static final String READ = "read";
  static final String REKEYED_SINK = "rekeyed-sink";
  static final String ACCEPT = "accept";
  static final String TAG = "tag";
  static final String FAN_OUT = "fan-out";
  static final String STAND = "stand";
  static final String POSITION = "position";
  static final String BEAR = "bear";
  static final String PURSUE = "pursue";
  static final String MATCH = "match";
  static final String TRIGGER = "trigger";
  static final String NOTIFY = "notify";
  static final String REACT = "react";
  static final String DEAD_LETTERS = "dead-letters-sink";

  private static final StringSerializer KEY = new StringSerializer();
  private static final ByteArraySerializer BYTES = new ByteArraySerializer();

  /**
   * What the stream is made of.
   *
   * @param prefix         of all topics
   * @param codec          reads articles
   * @param maxRecordBytes largest record that may be written, in bytes
   * @param remember       how long an article's text is known, after it was received
   * @param tagger         tags articles; safe for use by several threads
   * @param matcher        which hits a tagging has; safe for use by several threads
   * @param houses         says who publishes an article; safe for use by several threads
   * @param standing       how positions are made of stances
   * @param pursuit        how conditions are followed
   * @param actors         is told of the catalogue of actors
   * @param issues         is told of the catalogue of issues
   * @param watches        is told of the watches
   * @param hitPartitions  how many partitions the topic of hits has; asked where a watch waits for a silence, and may throw
   * @param counters       counts what the stages do
   * @param clock          the time of receipt where a record has none
   */
  public record Parts(String prefix, ArticleCodec codec, int maxRecordBytes, Duration remember, Tagger tagger,
                      Function<Tagging, List<Hit>> matcher, Houses houses, Standing standing, Pursuit pursuit, CatalogueListener<Actor> actors,
                      CatalogueListener<Issue> issues, CatalogueListener<Watch> watches, IntSupplier hitPartitions, Counters counters, Clock clock) {
    public Parts {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(tagger, "tagger");
      Objects.requireNonNull(matcher, "matcher");
      Objects.requireNonNull(houses, "houses");
      Objects.requireNonNull(standing, "standing");
      Objects.requireNonNull(pursuit, "pursuit");
      Objects.requireNonNull(hitPartitions, "hitPartitions");
      Objects.requireNonNull(counters, "counters");
    }
  }

  /**
   * How positions are made of stances.
   *
   * @param offices who speaks for whom at present; asked for each article
   * @param rules   what moves a position
   * @param matcher which hits a shift has; safe for use by several threads
   */
  public record Standing(Supplier<Offices> offices, Rules rules, Function<Shift, List<Hit>> matcher) {
    public Standing {
      Objects.requireNonNull(offices, "offices");
      Objects.requireNonNull(rules, "rules");
      Objects.requireNonNull(matcher, "matcher");
    }
  }

  /**
   * How conditions are followed.
   *
   * @param offices who speaks for whom at present; asked for each article
   * @param rules   what counts as the same condition or deed
   * @param kept    how long a condition is followed after the last report, and a deed remembered
   * @param matcher which hits a condition has that has come into a state; safe for use by several threads
   */
  public record Pursuit(Supplier<Offices> offices, dev.demarche.conditions.Rules rules, Duration kept,
                        Function<ConditionState, List<Hit>> matcher) {
    public Pursuit {
      Objects.requireNonNull(offices, "offices");
      Objects.requireNonNull(rules, "rules");
      Objects.requireNonNull(kept, "kept");
      Objects.requireNonNull(matcher, "matcher");
    }
  }

  private NewsTopology() {}

  /** The topology of the stream that {@code parts} make. */
  public static Topology build(TopologyConfig config, Parts parts) {
    Stage.StageContext shared = new Stage.StageContext(parts.counters(), parts.clock(), parts.maxRecordBytes());
    Names names = new Names(parts.prefix());
    Topology topology = new Topology(config);

    addCatalogue(topology, names, Topics.ACTORS, Actor::id, parts.actors());
    addCatalogue(topology, names, Topics.ISSUES, Issue::id, parts.issues());
    SilentWatches silent = new SilentWatches();
    CatalogueCopy<Watch> watches = new CatalogueCopy<>(Watch::id);
    addCatalogue(topology, names, Topics.WATCHES, Watch::id, watches.and(parts.watches()).and(silent));
    Silences silences = new Silences();
    addCatalogue(topology, names, Topics.SILENCES, Silence::id, CatalogueListener.of(silences::put, silences::remove));
    Inhibitions inhibitions = new Inhibitions();
    addCatalogue(topology, names, Topics.INHIBITIONS, Inhibition::id, CatalogueListener.of(inhibitions::put, inhibitions::remove));
    addCatalogue(topology, names, Topics.INHIBITORS, Inhibitor::key, CatalogueListener.of(inhibitions::put, inhibitions::release));

    topology.addSource("articles", new ByteArrayDeserializer(), new ByteArrayDeserializer(), names.of(Topics.ARTICLES));
    topology.addProcessor(READ, () -> new ReadStage(READ, parts.codec(), true, shared), "articles");
    topology.addSink(REKEYED_SINK, names.of(Topics.REKEYED), BYTES, BYTES, READ);

    topology.addSource("rekeyed", new ByteArrayDeserializer(), new ByteArrayDeserializer(), names.of(Topics.REKEYED));
    topology.addProcessor("read-rekeyed", () -> new ReadStage("read-rekeyed", parts.codec(), false, shared), "rekeyed");

    topology.addProcessor(ACCEPT, () -> new AcceptStage(shared), READ, "read-rekeyed");
    topology.addProcessor(TAG, () -> new TagStage(parts.tagger(), shared), ACCEPT);
    topology.addStateStore(Known.store(parts.remember()), ACCEPT, TAG);
    addSink(topology, names, Topics.TAGGED, ACCEPT, TAG);

    topology.addProcessor(FAN_OUT, () -> new FanOutStage(shared), TAG);
    for (Topic<?, ?> topic : List.of(Topics.STATEMENTS, Topics.STANCES, Topics.CONDITIONS, Topics.ENTITIES)) {
      addSink(topology, names, topic, FAN_OUT);
    }

    topology.addProcessor(STAND, () -> new StandStage(parts.standing().offices(), shared), TAG);
    addSink(topology, names, Topics.STANDS, STAND);
    addSource(topology, names, Topics.STANDS);
    topology.addProcessor(POSITION, () -> new PositionStage(parts.standing().rules(), parts.standing().matcher(), shared),
        Topics.STANDS.name());
    topology.addStateStore(PositionStage.store(), POSITION);
    addSink(topology, names, Topics.POSITIONS, POSITION);
    addSink(topology, names, Topics.SHIFTS, POSITION);

    topology.addProcessor(BEAR, () -> new BearStage(parts.pursuit().offices(), shared), TAG);
    addSink(topology, names, Topics.BEARINGS, BEAR);
    addSource(topology, names, Topics.BEARINGS);
    topology.addProcessor(PURSUE, () -> new PursueStage(parts.pursuit(), shared), Topics.BEARINGS.name());
    topology.addStateStore(PursueStage.dockets(), PURSUE);
    topology.addStateStore(PursueStage.deeds(parts.pursuit().kept()), PURSUE);
    addSink(topology, names, Topics.CONDITION_STATES, PURSUE);

    topology.addProcessor(MATCH, () -> new MatchStage(parts.matcher(), shared), TAG);
    topology.addSink(sink(Topics.HITS), names.of(Topics.HITS), KEY, BYTES, new ByWatch(), MATCH, POSITION, PURSUE);
    addSource(topology, names, Topics.HITS);
    topology.addProcessor(TRIGGER, () -> new TriggerStage(parts.houses(), silent, parts.hitPartitions(), shared), Topics.HITS.name());
    topology.addStateStore(TriggerStage.store(), TRIGGER);
    topology.addStateStore(TriggerStage.told(), TRIGGER);
    topology.addStateStore(Episodic.episodes(), TRIGGER);
    topology.addStateStore(Episodic.vigils(), TRIGGER);
    addSink(topology, names, Topics.ALERTS, TRIGGER);

    topology.addProcessor(NOTIFY, () -> new NotifyStage(id -> watches.get(id).map(Watch::grouping), silences, inhibitions, shared), TRIGGER);
    topology.addSource("reactions", new ByteArrayDeserializer(), new ByteArrayDeserializer(), names.of(Topics.REACTIONS));
    topology.addProcessor(REACT, () -> new ReactStage(inhibitions, shared), "reactions");
    topology.addStateStore(NotifyStage.lives(), NOTIFY, REACT);
    topology.addStateStore(NotifyStage.groups(), NOTIFY);
    topology.addStateStore(NotifyStage.paces(), NOTIFY);
    addSink(topology, names, Topics.NOTIFICATIONS, NOTIFY);
    addSink(topology, names, Topics.ALERT_LIVES, NOTIFY, REACT);
    addSink(topology, names, Topics.INHIBITORS, NOTIFY, REACT);

    topology.addSink(DEAD_LETTERS, names.of(Topics.DEAD_LETTERS), BYTES, BYTES, READ, "read-rekeyed", ACCEPT, TAG, FAN_OUT, STAND, POSITION,
        BEAR, PURSUE, MATCH, TRIGGER, NOTIFY, REACT);
    return topology;
  }

  private static <T> void addCatalogue(Topology topology, Names names, Topic<String, T> topic, Function<T, String> id,
                                       CatalogueListener<T> listener) {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(topic.name()), Serdes.String(), Serdes.ByteArray()).withLoggingDisabled(),
        topic.name() + "-source", new StringDeserializer(), new ByteArrayDeserializer(), names.of(topic), topic.name() + "-catalogue",
        () -> new CatalogueStage<>(topic, id, listener));
  }

  private static void addSource(Topology topology, Names names, Topic<?, ?> topic) {
    topology.addSource(topic.name(), topic.keys().deserializer(), topic.values().deserializer(), names.of(topic));
  }

  private static void addSink(Topology topology, Names names, Topic<?, ?> topic, String... parents) {
    topology.addSink(sink(topic), names.of(topic), KEY, BYTES, parents);
  }

  /** The id of the record that tells of a life as it stands. */
  static String eventId(AlertLife life) {
    return life.alert().id() + "@" + life.steps().size() + ":" + (life.reporting() == null ? 1 : life.reporting().reports());
  }

  /** The name of the node that writes to {@code topic}. */
  static String sink(Topic<?, ?> topic) {
    return topic.name() + "-sink";
  }

  /** The names of topics under a prefix. */
  private record Names(String prefix) {
    String of(Topic<?, ?> topic) {
      return topic.name(prefix);
    }
  }
}
