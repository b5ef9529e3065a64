package dev.demarche.app.doctor;

import dev.demarche.app.Setting;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/** Whether this user may do what an instance does. Asks the brokers for its rights, and tries nothing that would leave a trace. */
final class AccessCheck implements Check {
  private static final String CODE = "access";
  private static final int TRANSACTIONS_MILLIS = 5_000;
  private static final Set<Topic<?, ?>> READ = Set.of(Topics.ARTICLES, Topics.REKEYED, Topics.STANDS, Topics.BEARINGS, Topics.HITS,
      Topics.REACTIONS, Topics.ACTORS, Topics.ISSUES, Topics.WATCHES, Topics.SILENCES, Topics.INHIBITIONS, Topics.INHIBITORS);
  private static final Set<Topic<?, ?>> WRITTEN = Set.of(Topics.REKEYED, Topics.TAGGED, Topics.STATEMENTS, Topics.STANCES, Topics.CONDITIONS,
      Topics.ENTITIES, Topics.STANDS, Topics.POSITIONS, Topics.SHIFTS, Topics.BEARINGS,
      Topics.CONDITION_STATES, Topics.HITS, Topics.ALERTS, Topics.NOTIFICATIONS, Topics.ALERT_LIVES, Topics.INHIBITORS, Topics.DEAD_LETTERS);

  @Override
  public void look(Patient patient, Chart chart) {
    Map<AclOperation, Set<String>> lacking = new TreeMap<>();
    lack(patient, READ, AclOperation.READ, lacking);
    lack(patient, WRITTEN, AclOperation.WRITE, lacking);
    patient.refused().forEach(name -> lacking.computeIfAbsent(AclOperation.DESCRIBE, o -> new TreeSet<>()).add(name));
    patient.topics().keySet().stream().filter(name -> !patient.configs().containsKey(name))
        .forEach(name -> lacking.computeIfAbsent(AclOperation.DESCRIBE_CONFIGS, o -> new TreeSet<>()).add(name));
    lacking.forEach((operation, topics) -> {
      String operationName = operationName(operation);
      chart.error(CODE, patient.principal() + " has no right to " + operationName + " " + String.join(", ", topics),
          grant(patient, "--operation " + operationName + String.join("", topics.stream().map(topic -> " --topic " + topic).toList())));
    });
    transactions(patient, chart);
    internalTopics(patient, chart);
    if (lacking.isEmpty()) {
      chart.fact("this user may read and write the topics");
    }
  }

  private static void lack(Patient patient, Set<Topic<?, ?>> topics, AclOperation operation, Map<AclOperation, Set<String>> lacking) {
    for (Topic<?, ?> topic : topics) {
      patient.topic(topic).filter(there -> there.authorizedOperations() != null && !there.authorizedOperations().contains(operation))
          .ifPresent(there -> lacking.computeIfAbsent(operation, o -> new TreeSet<>()).add(there.name()));
    }
  }

  private static String operationName(AclOperation operation) {
    return switch (operation) {
      case READ -> "Read";
      case WRITE -> "Write";
      case DESCRIBE -> "Describe";
      default -> "DescribeConfigs";
    };
  }

  private static String grant(Patient patient, String what) {
    return "run as an administrator: " + patient.kafka("kafka-acls.sh", "--add --allow-principal " + patient.principal() + " " + what);
  }

  private static void transactions(Patient patient, Chart chart) {
    if (!patient.settings().text(Setting.PROCESSING_GUARANTEE).equals("exactly_once_v2")) {
      return;
    }
    String id = patient.applicationId() + "-doctor";
    try {
      Patient.await(patient.admin().describeTransactions(List.of(id), new DescribeTransactionsOptions().timeoutMs(TRANSACTIONS_MILLIS)).description(id));
    } catch (TransactionalIdNotFoundException e) {
      // So it may be asked for, which is what was tried.
    } catch (AuthorizationException e) {
      chart.error(CODE, patient.principal() + " has no right to the transactional ids " + patient.applicationId() + "-*: nothing can be written exactly once",
          grant(patient, "--operation Describe --operation Write --transactional-id " + patient.applicationId()
              + "- --resource-pattern-type prefixed"));
    } catch (KafkaException e) {
      chart.warning("transactions", "the brokers do not answer for transactions: " + e.getMessage(),
          "look whether __transaction_state has leaders for all its partitions, and at transaction.state.log.replication.factor");
    }
  }

  /** Kafka Streams makes the topics behind its stores when it starts. */
  private static void internalTopics(Patient patient, Chart chart) {
    if (patient.names().stream().anyMatch(name -> name.startsWith(patient.applicationId() + "-") && name.endsWith("-changelog"))) {
      return;
    }
    NewTopic tried = new NewTopic(patient.applicationId() + "-doctor-changelog", Optional.of(1), Optional.empty());
    try {
      Patient.await(patient.admin().createTopics(List.of(tried), new CreateTopicsOptions().validateOnly(true)).all());
    } catch (AuthorizationException e) {
      chart.error(CODE, patient.principal() + " has no right to make the internal topics " + patient.applicationId() + "-*",
          grant(patient, "--operation Create --operation Read --operation Write --topic " + patient.applicationId() + "- --resource-pattern-type prefixed"));
    } catch (InvalidReplicationFactorException e) {
      chart.error("broker-setting", "the brokers' default.replication.factor is more than there are brokers: the internal topics cannot be made",
          "set default.replication.factor on the brokers to " + patient.nodes().size() + ", or kafka.replication.factor="
              + patient.nodes().size() + " for Demarche");
    } catch (PolicyViolationException e) {
      chart.error("policy", "a policy of the brokers forbids the internal topics " + patient.applicationId() + "-*: " + e.getMessage(),
          "set kafka.replication.factor or kafka.topic.* to what the policy asks for, or let the policy admit them");
    }
  }
}
