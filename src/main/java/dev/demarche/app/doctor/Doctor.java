package dev.demarche.app.doctor;

import dev.demarche.app.Settings;
import dev.demarche.topics.TopicSpec;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Examines a cluster as an instance with these settings would use it. It asks only: nothing on the cluster is made, written or changed. Run it
 * with the settings of the instance, its user among them, so that it sees what the instance may.
 */
public final class Doctor {
  private final Settings settings;
  private final Collection<TopicSpec> topics;
  private final Map<String, Check> checks = new LinkedHashMap<>();

  /**
   * A doctor that has not looked yet.
   *
   * @param settings of the instance; the bootstrap servers must be among them
   * @param topics   as they are wanted, under the default prefix
   * @param clock    says what is recent
   */
  public Doctor(Settings settings, Collection<TopicSpec> topics, Clock clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.topics = List.copyOf(topics);
    checks.put("brokers", new BrokerCheck());
    checks.put("topics", new TopicCheck());
    checks.put("replicas", new ReplicaCheck());
    checks.put("sizes", new SizeCheck());
    checks.put("access", new AccessCheck());
    checks.put("group", new GroupCheck());
    checks.put("internal topics", new InternalTopicCheck());
    checks.put("catalogues", new CatalogueCheck());
    checks.put("receivers", new ReceiversCheck());
    checks.put("dead letters", new DeadLetterCheck(clock));
  }

  /** Looks at everything; takes seconds, and up to half a minute where the cluster does not answer. */
  public Diagnosis examine() {
    Chart chart = new Chart();
    Reach.Reached reached = Reach.reach(settings, chart);
    if (reached == null) {
      return chart.diagnosis(false);
    }
    try (Admin admin = reached.admin()) {
      chart.fact(reached.nodes().size() + (reached.nodes().size() == 1 ? " broker: " : " brokers: ")
          + reached.nodes().stream().map(Doctor::name).sorted().collect(Collectors.joining(", ")));
      if (!Reach.brokers(reached.nodes(), chart)) {
        return chart.diagnosis(true);
      }
      Patient patient = Patient.of(admin, settings, topics, reached.nodes());
      checks.forEach((name, check) -> look(name, check, patient, chart));
    } catch (KafkaException e) {
      chart.error("not-looked", "the topics could not be looked at: " + e.getMessage(),
          "run the doctor again; where it stays so, look into the brokers' logs");
    }
    return chart.diagnosis(true);
  }

  private static String name(Node node) {
    return node.id() + " at " + node.host() + ":" + node.port();
  }

  private static void look(String name, Check check, Patient patient, Chart chart) {
    try {
      check.look(patient, chart);
    } catch (AuthorizationException e) {
      chart.warning("not-looked", name + " could not be looked at: " + e.getMessage(),
          "grant Describe and DescribeConfigs to " + patient.principal() + ", or run the doctor as a user that has them");
    } catch (KafkaException e) {
      chart.warning("not-looked", name + " could not be looked at: " + e.getMessage(),
          "run the doctor again; where it stays so, look into the brokers' logs, and set DEMARCHE_LOG=DEBUG to see more");
    }
  }
}
