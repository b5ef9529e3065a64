package dev.demarche.app.doctor;

import dev.demarche.app.BrokerAnswer;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicSpec;
import dev.demarche.topics.TopicState;
import dev.demarche.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A cluster that has answered, as seen with these settings.
 *
 * @param admin    asks it
 * @param settings of the instance
 * @param wanted   topics under the names that they shall have, less those that this user need not see and may not
 * @param nodes    its brokers
 * @param names    topics that this user may see, Kafka's own among them
 * @param topics   of the wanted ones, those that are there
 * @param refused  of the wanted ones, those that this user may not see
 * @param configs  of the wanted ones, what is set on them; without those whose settings this user may not see
 */
record Patient(Admin admin, Settings settings, List<TopicSpec> wanted, Collection<Node> nodes, Set<String> names,
               Map<String, TopicDescription> topics, Set<String> refused, Map<String, TopicState> configs) {
  private static final int PATIENCE_SECONDS = 20;
  private static final Pattern USER = Pattern.compile("username=\"([^\"]+)\"");

  /** Looks at the topics. */
  static Patient of(Admin admin, Settings settings, Collection<TopicSpec> specs, Collection<Node> nodes) {
    String prefix = settings.text(Setting.TOPIC_PREFIX);
    List<TopicSpec> wanted = specs.stream().map(spec -> spec.withPrefix(prefix)).toList();
    Set<String> names = new TreeSet<>(await(admin.listTopics(new ListTopicsOptions().listInternal(true)).names()));
    Map<String, TopicDescription> topics = new TreeMap<>();
    Set<String> refused = new TreeSet<>();
    Set<String> unseen = new TreeSet<>();
    Map<String, KafkaFuture<TopicDescription>> asked = admin.describeTopics(wanted.stream().map(TopicSpec::name).toList(),
        new DescribeTopicsOptions().includeAuthorizedOperations(true)).topicNameValues();
    asked.forEach((name, answer) -> {
      try {
        topics.put(name, await(answer));
      } catch (UnknownTopicOrPartitionException e) {
        // It is missing, which the check of topics tells.
      } catch (AuthorizationException e) {
        boolean delivers = settings.text(Setting.RECEIVERS) != null;
        // Only a poller of feeds needs to see the one, only who delivers the other.
        if (!name.equals(Topics.FEEDS.name(prefix)) && (delivers || !name.equals(Topics.DELIVERIES.name(prefix)))) {
          refused.add(name);
        }
        unseen.add(name);
      }
    });
    List<TopicSpec> visible = wanted.stream().filter(spec -> refused.contains(spec.name()) || !unseen.contains(spec.name())).toList();
    return new Patient(admin, settings, visible, nodes, names, topics, refused, configs(admin, topics));
  }

  private static Map<String, TopicState> configs(Admin admin, Map<String, TopicDescription> topics) {
    Map<String, TopicState> states = new TreeMap<>();
    List<ConfigResource> resources = topics.keySet().stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    admin.describeConfigs(resources).values().forEach((resource, answer) -> {
      try {
        states.put(resource.name(), state(topics.get(resource.name()), await(answer)));
      } catch (AuthorizationException e) {
        // It is left out, which the check of access tells.
      }
    });
    return states;
  }

  private static TopicState state(TopicDescription topic, Config config) {
    Map<String, String> values = new HashMap<>();
    config.entries().stream().filter(entry -> entry.value() != null).forEach(entry -> values.put(entry.name(), entry.value()));
    int replicas = topic.partitions().stream().mapToInt(partition -> partition.replicas().size()).min().orElse(0);
    return new TopicState(topic.name(), topic.partitions().size(), replicas, values);
  }

  /** The answer of the cluster, with its fault as a {@link KafkaException}. */
  static <T> T await(KafkaFuture<T> future) {
    return BrokerAnswer.await(future, PATIENCE_SECONDS);
  }

  /** How long an answer may take. */
  static Duration patience() {
    return Duration.ofSeconds(PATIENCE_SECONDS);
  }

  String name(Topic<?, ?> topic) {
    return topic.name(settings.text(Setting.TOPIC_PREFIX));
  }

  String applicationId() {
    return settings.text(Setting.APPLICATION_ID);
  }

  /** The topics that are there and whose settings may be seen. */
  Collection<TopicState> states() {
    return configs.values();
  }

  /** Whether {@code topic} is there and this user may read it. */
  boolean mayRead(Topic<?, ?> topic) {
    return topic(topic).filter(there -> there.authorizedOperations() == null || there.authorizedOperations().contains(AclOperation.READ)).isPresent();
  }

  Optional<TopicDescription> topic(Topic<?, ?> topic) {
    return Optional.ofNullable(topics.get(name(topic)));
  }

  /** Names of topics of {@code kind} on the cluster. */
  Set<String> names(Topic.Kind kind) {
    Set<String> found = new HashSet<>();
    List<Topic<?, ?>> all = new ArrayList<>(Topics.ALL);
    all.addAll(Topics.INTERNAL);
    all.stream().filter(topic -> topic.kind() == kind).forEach(topic -> found.add(name(topic)));
    return found;
  }

  /** {@code demarche COMMAND} for this cluster and prefix. */
  String demarche(String command) {
    String prefix = settings.text(Setting.TOPIC_PREFIX);
    return "demarche " + command + " --bootstrap " + bootstrap() + (prefix.equals(Topics.DEFAULT_PREFIX) ? "" : " --set topic.prefix=" + prefix);
  }

  /** One of Kafka's own scripts for this cluster. */
  String kafka(String script, String arguments) {
    return script + " --bootstrap-server " + bootstrap() + " " + arguments;
  }

  /** The command that sets a topic's setting. */
  String alter(String topic, String key, Object value) {
    return kafka("kafka-configs.sh", "--alter --entity-type topics --entity-name " + topic + " --add-config " + key + "=" + value);
  }

  /** Properties of a consumer that reads to the end and goes: it does not let a broker hold its last request back. */
  Map<String, Object> consumer() {
    Map<String, Object> properties = KafkaProperties.consumer(settings);
    properties.put("fetch.max.wait.ms", "10");
    return properties;
  }

  String bootstrap() {
    return settings.required(Setting.BOOTSTRAP);
  }

  /** Who this client is, as far as its settings tell. */
  String principal() {
    Matcher user = USER.matcher(settings.kafka().getOrDefault("sasl.jaas.config", ""));
    return user.find() ? "User:" + user.group(1) : "User:NAME";
  }
}
