package dev.demarche.app.doctor;

import dev.demarche.app.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.server.common.MetadataVersion;

/** What version the brokers are, and whether their settings let transactions and groups work. */
final class BrokerCheck implements Check {
  private static final String EXACTLY_ONCE = "exactly_once_v2";

  @Override
  public void look(Patient patient, Chart chart) {
    features(patient, chart);
    String broker = patient.nodes().iterator().next().idString();
    ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker);
    Map<String, String> values = new HashMap<>();
    try {
      Config config = Patient.await(patient.admin().describeConfigs(List.of(resource)).values().get(resource));
      config.entries().forEach(entry -> values.put(entry.name(), entry.value()));
    } catch (AuthorizationException e) {
      chart.note("not-looked", "the brokers' settings may not be seen by this user", "nothing, or grant DescribeConfigs on the cluster to "
          + patient.principal());
      return;
    }
    judge(patient, chart, values);
  }

  /** What {@code values}, a broker's settings by name, mean for an instance. */
  static void judge(Patient patient, Chart chart, Map<String, String> values) {
    if (patient.settings().text(Setting.PROCESSING_GUARANTEE).equals(EXACTLY_ONCE)) {
      log(patient, chart, values, "__transaction_state", "transaction.state.log.replication.factor", "no transaction can start, and with them "
          + "the stream");
      inSync(chart, values);
    }
    log(patient, chart, values, "__consumer_offsets", "offsets.topic.replication.factor", "no group can start");
    if (Boolean.parseBoolean(values.get("auto.create.topics.enable"))) {
      chart.note("auto-create", "the brokers make a topic that is written to and not there: a mistyped name goes unseen",
          "set auto.create.topics.enable=false on the brokers where nobody needs it");
    }
  }

  private static void features(Patient patient, Chart chart) {
    Map<String, FinalizedVersionRange> features = Patient.await(patient.admin().describeFeatures().featureMetadata()).finalizedFeatures();
    FinalizedVersionRange metadata = features.get(MetadataVersion.FEATURE_NAME);
    if (metadata != null) {
      chart.fact("metadata version " + version(metadata.maxVersionLevel()));
    }
    FinalizedVersionRange streams = features.get("streams.version");
    if (patient.settings().text(Setting.GROUP_PROTOCOL).equals("streams") && (streams == null || streams.maxVersionLevel() < 1)) {
      chart.error("group-protocol", Setting.GROUP_PROTOCOL.key() + "=streams, and the brokers do not have it switched on",
          "run: " + patient.kafka("kafka-features.sh", "upgrade --feature streams.version=1") + " (brokers of 4.2 or newer), or set "
              + Setting.GROUP_PROTOCOL.key() + "=classic");
    }
  }

  private static String version(short level) {
    try {
      return MetadataVersion.fromFeatureLevel(level).toString();
    } catch (IllegalArgumentException e) {
      return "level " + level + ", newer than this program knows";
    }
  }

  private static void log(Patient patient, Chart chart, Map<String, String> values, String topic, String key, String consequence) {
    int brokers = patient.nodes().size();
    int factor = Integer.parseInt(values.getOrDefault(key, "1"));
    if (factor > brokers && !patient.names().contains(topic)) {
      chart.error("broker-setting", key + " is " + factor + " and there " + (brokers == 1 ? "is 1 broker" : "are " + brokers + " brokers")
          + ": " + consequence, "set " + key + "=" + brokers + " on the brokers, or add brokers");
    }
  }

  private static void inSync(Chart chart, Map<String, String> values) {
    int factor = Integer.parseInt(values.getOrDefault("transaction.state.log.replication.factor", "1"));
    int min = Integer.parseInt(values.getOrDefault("transaction.state.log.min.isr", "1"));
    if (min > factor) {
      chart.error("broker-setting", "transaction.state.log.min.isr is " + min + " and transaction.state.log.replication.factor " + factor
          + ": no transaction can be written", "set transaction.state.log.min.isr=" + Math.max(1, factor - 1) + " on the brokers");
    }
  }
}
