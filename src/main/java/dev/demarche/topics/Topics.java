package dev.demarche.topics;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Bearing;
import dev.demarche.domain.ConditionRecord;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.EntityRecord;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Inhibitor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Position;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Silence;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Stand;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of Demarche. Their names stand here and, with partitions and retention, in the files of the folder {@code topics};
 * a test holds the two together.
 */
public final class Topics {

  /** What the names of all topics start with unless a setting says otherwise. */
  public static final String DEFAULT_PREFIX = "news.";

  /** Articles as published, by article id. Their bytes come from outside: {@link ArticleCodec} reads them. */
  public static final Topic<String, byte[]> ARTICLES =
      new Topic<>("articles", "article", Serdes.String(), Serdes.ByteArray(), Topic.Kind.STREAM);

  /** Tagged articles, by article id. */
  public static final Topic<String, TaggedArticle> TAGGED = stream("tagged", "tagged", TaggedArticle.class);

  /** Statements, by speaker. */
  public static final Topic<String, StatementRecord> STATEMENTS = stream("statements", "statement", StatementRecord.class);

  /** Stances, by holder. */
  public static final Topic<String, StanceRecord> STANCES = stream("stances", "stance", StanceRecord.class);

  /** Conditions, by who sets them. */
  public static final Topic<String, ConditionRecord> CONDITIONS = stream("conditions", "condition", ConditionRecord.class);

  /** One actor's mentions in one article, by actor. */
  public static final Topic<String, EntityRecord> ENTITIES = stream("entities", "entity", EntityRecord.class);

  /** Where actors stand, by actor, issue and target: {@link Position#keyOf}. */
  public static final Topic<String, Position> POSITIONS =
      new Topic<>("positions", "position", Serdes.String(), Json.serde(Position.class), Topic.Kind.STATE);

  /** Changes of position, by actor, issue and the shift's id. */
  public static final Topic<String, Shift> SHIFTS = new Topic<>("shifts", "shift", Serdes.String(), Json.serde(Shift.class), Topic.Kind.STATE);

  /** What has become of conditions, by the condition's id. */
  public static final Topic<String, ConditionState> CONDITION_STATES =
      new Topic<>("condition-states", "condition-state", Serdes.String(), Json.serde(ConditionState.class), Topic.Kind.STATE);

  /** Alerts, by watch id. */
  public static final Topic<String, Alert> ALERTS = stream("alerts", "alert", Alert.class);

  /** What people are told at one time, by watch id. */
  public static final Topic<String, Notification> NOTIFICATIONS = stream("notifications", "notification", Notification.class);

  /** What has become of each alert, by the alert's id. */
  public static final Topic<String, AlertLife> ALERT_LIVES =
      new Topic<>("alert-lives", "alert-life", Serdes.String(), Json.serde(AlertLife.class), Topic.Kind.STATE);

  /** What people do about alerts, by watch id, so that it meets the alert. */
  public static final Topic<String, Reaction> REACTIONS = stream("reactions", "reaction", Reaction.class);

  /** How far each notification has come to each receiver, by {@link Delivery#key()}; in the partition of its notification. */
  public static final Topic<String, Delivery> DELIVERIES =
      new Topic<>("deliveries", "delivery", Serdes.String(), Json.serde(Delivery.class), Topic.Kind.STATE);

  /** Records that a stage could not take, by their own key. */
  public static final Topic<String, DeadLetter> DEAD_LETTERS = stream("dead-letters", "dead-letter", DeadLetter.class);

  /** Internal: articles whose key was not their id, by article id. */
  public static final Topic<String, byte[]> REKEYED =
      new Topic<>("rekeyed", "article", Serdes.String(), Serdes.ByteArray(), Topic.Kind.INTERNAL);

  /** Internal: what an article reports of an actor on an issue, by both: {@link Stand#key()}. */
  public static final Topic<String, Stand> STANDS =
      new Topic<>("stands", "stand", Serdes.String(), Json.serde(Stand.class), Topic.Kind.INTERNAL);

  /** Internal: what an article holds that bears on conditions, by who must act: {@link Bearing#key()}. */
  public static final Topic<String, Bearing> BEARINGS =
      new Topic<>("bearings", "bearing", Serdes.String(), Json.serde(Bearing.class), Topic.Kind.INTERNAL);

  /** Internal: findings that a watch asks for, by watch id. */
  public static final Topic<String, Hit> HITS = new Topic<>("hits", "hit", Serdes.String(), Json.serde(Hit.class), Topic.Kind.INTERNAL);

  /** The catalogue of actors, by id. */
  public static final Topic<String, Actor> ACTORS = catalogue("actors", "actor", Actor.class);

  /** The catalogue of issues, by id. */
  public static final Topic<String, Issue> ISSUES = catalogue("issues", "issue", Issue.class);

  /** The watches, by id. */
  public static final Topic<String, Watch> WATCHES = catalogue("watches", "watch", Watch.class);

  /** Alerts that people are not told of for a time, by the silence's id. */
  public static final Topic<String, Silence> SILENCES = catalogue("silences", "silence", Silence.class);

  /** Which alerts keep people from being told of which others, by the inhibition's id. */
  public static final Topic<String, Inhibition> INHIBITIONS = catalogue("inhibitions", "inhibition", Inhibition.class);

  /** Internal: alerts that inhibit others, by {@link Inhibitor#key()}. */
  public static final Topic<String, Inhibitor> INHIBITORS = catalogue("inhibitors", "inhibitor", Inhibitor.class);

  /** Internal: how far each feed was read, by the feed's URL; what an instance needs to go on where another one stopped. */
  public static final Topic<String, FeedState> FEEDS = catalogue("feeds", "feed", FeedState.class);

  /** Those that publishers and subscribers use, in the order of the flow. */
  public static final List<Topic<?, ?>> ALL = List.of(ARTICLES, TAGGED, STATEMENTS, STANCES, CONDITIONS, ENTITIES, POSITIONS, SHIFTS,
      CONDITION_STATES, ALERTS, NOTIFICATIONS, ALERT_LIVES, REACTIONS, DELIVERIES, DEAD_LETTERS, ACTORS, ISSUES, WATCHES, SILENCES,
      INHIBITIONS);

  /** Those by which one part hands over to another or to itself; their records have no schema, for nobody else reads them. */
  public static final List<Topic<?, ?>> INTERNAL = List.of(REKEYED, STANDS, BEARINGS, HITS, INHIBITORS, FEEDS);

  private Topics() {}

  private static <V> Topic<String, V> stream(String name, String event, Class<V> type) {
    return new Topic<>(name, event, Serdes.String(), Json.serde(type), Topic.Kind.STREAM);
  }

  private static <V> Topic<String, V> catalogue(String name, String event, Class<V> type) {
    return new Topic<>(name, event, Serdes.String(), Json.serde(type), Topic.Kind.CATALOGUE);
  }
}
