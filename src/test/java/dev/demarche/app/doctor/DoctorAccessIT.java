package dev.demarche.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.topics.TopicFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster with users and rights lets an instance do. */
@Timeout(60)
class DoctorAccessIT {
  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> secured = new TreeMap<>();
    secured.put("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
    secured.put("sasl.enabled.mechanisms", "PLAIN");
    secured.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    secured.put("listener.name.plaintext.plain.sasl.jaas.config",
        PLAIN.formatted("root", "root", " user_root=\"root\" user_app=\"app\" user_new=\"new\" user_stream=\"stream\""));
    secured.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    secured.put("super.users", "User:root;User:ANONYMOUS");
    kafka = new EmbeddedKafka(folder, 0, secured).start();
    Settings root = settings("root", "root");
    Demo.applyTopics(root, 1);
    try (Admin admin = Admin.create(KafkaProperties.admin(root))) {
      admin.createAcls(List.of(allow("User:app", ResourceType.TOPIC, "news.", AclOperation.READ),
          allow("User:app", ResourceType.TOPIC, "news.", AclOperation.DESCRIBE_CONFIGS),
          allow("User:app", ResourceType.GROUP, "demarche", AclOperation.READ),
          allow("User:app", ResourceType.TOPIC, "demarche-", AclOperation.CREATE))).all().get();
      admin.createAcls(stream()).all().get();
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static AclBinding allow(String principal, ResourceType type, String prefix, AclOperation operation) {
    return new AclBinding(new ResourcePattern(type, prefix, PatternType.PREFIXED),
        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
  }

  /** What docs/deploy.md lists for the role of an instance, and nothing else. */
  private static List<AclBinding> stream() {
    List<AclBinding> all = new ArrayList<>();
    for (String topic : List.of("articles", "rekeyed", "stands", "bearings", "hits", "reactions", "actors", "issues", "watches", "silences", "inhibitions",
        "inhibitors")) {
      all.add(allow("User:stream", ResourceType.TOPIC, "news." + topic, AclOperation.READ));
    }
    for (String topic : List.of("rekeyed", "stands", "bearings", "hits", "tagged", "statements", "stances", "conditions", "entities", "positions", "shifts", "condition-states",
        "alerts", "notifications", "alert-lives", "inhibitors", "dead-letters")) {
      all.add(allow("User:stream", ResourceType.TOPIC, "news." + topic, AclOperation.WRITE));
    }
    all.add(allow("User:stream", ResourceType.TOPIC, "news.", AclOperation.DESCRIBE_CONFIGS));
    all.add(allow("User:stream", ResourceType.TRANSACTIONAL_ID, "demarche-", AclOperation.WRITE));
    all.add(allow("User:stream", ResourceType.GROUP, "demarche", AclOperation.READ));
    for (AclOperation operation : List.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE)) {
      all.add(allow("User:stream", ResourceType.TOPIC, "demarche-", operation));
    }
    return all;
  }

  private static Settings settings(String user, String password) {
    return Settings.of(Map.of("bootstrap", kafka.bootstrap(), "kafka.security.protocol", "SASL_PLAINTEXT", "kafka.sasl.mechanism", "PLAIN",
        "kafka.sasl.jaas.config", PLAIN.formatted(user, password, "")));
  }

  private static List<Ailment> ailments(String user) {
    return new Doctor(settings(user, user), TopicFiles.bundled(), Clock.systemUTC()).examine().ailments();
  }

  @Test
  void anInstanceWithTheRightsThatAreListedLacksNone() {
    assertThat(ailments("stream")).filteredOn(ailment -> ailment.grade() != Grade.NOTE).extracting(Ailment::code)
        .containsOnly("catalogue-empty").hasSize(3);
  }

  @Test
  void rightsThatLackAreToldAsTheCommandThatGrantsThem() {
    assertThat(ailments("app")).filteredOn(ailment -> ailment.grade() == Grade.ERROR).extracting(Ailment::mend).containsExactlyInAnyOrder(
        "run as an administrator: kafka-acls.sh --bootstrap-server " + kafka.bootstrap() + " --add --allow-principal User:app --operation Write"
            + " --topic news.alert-lives --topic news.alerts --topic news.bearings --topic news.condition-states --topic news.conditions --topic news.dead-letters --topic news.entities --topic news.hits --topic news.inhibitors"
            + " --topic news.notifications --topic news.positions"
            + " --topic news.rekeyed --topic news.shifts --topic news.stances --topic news.stands --topic news.statements --topic news.tagged",
        "run as an administrator: kafka-acls.sh --bootstrap-server " + kafka.bootstrap() + " --add --allow-principal User:app --operation Describe"
            + " --operation Write --transactional-id demarche- --resource-pattern-type prefixed");
  }

  @Test
  void topicsThatMayNotBeSeenAreNotTakenForMissing() {
    assertThat(ailments("new")).noneMatch(ailment -> ailment.code().equals("topics-missing"))
        .anySatisfy(ailment -> assertThat(ailment.mend()).contains("--allow-principal User:new --operation Describe --topic news.actors"))
        .anySatisfy(ailment -> assertThat(ailment.mend()).contains("--operation Read --group demarche"))
        .anySatisfy(ailment -> assertThat(ailment.mend()).contains("--operation Create", "--topic demarche- --resource-pattern-type prefixed"));
  }

  @Test
  void aWrongPasswordIsNotTakenForABrokerThatIsDown() {
    Diagnosis diagnosis = new Doctor(settings("app", "wrong"), TopicFiles.bundled(), Clock.systemUTC()).examine();
    assertThat(diagnosis.exitCode()).isEqualTo(1);
    assertThat(diagnosis.ailments()).singleElement()
        .satisfies(ailment -> assertThat(ailment.mend()).startsWith("check user and password in kafka.sasl.jaas.config"));
  }

  @Test
  void anotherProtocolThanTheListenersIsNamed() {
    Settings plain = Settings.of(Map.of("bootstrap", kafka.bootstrap(), "kafka.admin.default.api.timeout.ms", "3000",
        "kafka.admin.request.timeout.ms", "2000"));
    Diagnosis diagnosis = new Doctor(plain, TopicFiles.bundled(), Clock.systemUTC()).examine();
    assertThat(diagnosis.exitCode()).isEqualTo(1);
    assertThat(diagnosis.ailments()).singleElement()
        .satisfies(ailment -> assertThat(ailment.mend()).startsWith("set kafka.security.protocol to what the listener there speaks"));
  }
}
