package dev.demarche.cli;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.app.SettingsException;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Option;

/** The options of all commands that talk to a cluster. */
final class Connection {
  private static final int PATIENCE_SECONDS = 15;

  @Option(names = {"-b", "--bootstrap"}, paramLabel = "HOST:PORT", description = "brokers to start from, separated by commas")
  private String bootstrap;

  @Option(names = {"-c", "--config"}, paramLabel = "FILE", description = "settings in YAML; the environment (DEMARCHE_...) and flags win over it")
  private Path config;

  @Option(names = "--set", paramLabel = "NAME=VALUE",
      description = "a setting, such as --set threads=2 or --set kafka.security.protocol=SASL_SSL; may be repeated")
  private Map<String, String> set = new LinkedHashMap<>();

  private final Map<String, String> more = new LinkedHashMap<>();

  private Settings settings;

  /** Sets what an option of the command says, over file and environment. To be called before {@link #settings()}. */
  void set(Setting setting, String value) {
    more.put(setting.key(), value);
  }

  /**
   * The settings that file, environment and flags make.
   *
   * @throws SettingsException if one is bad
   */
  Settings settings() {
    if (settings == null) {
      Map<String, String> flags = new LinkedHashMap<>(set);
      if (bootstrap != null) {
        flags.put(Setting.BOOTSTRAP.key(), bootstrap);
      }
      flags.putAll(more);
      settings = Settings.load(config, System.getenv(), flags);
    }
    return settings;
  }

  String name(Topic<?, ?> topic) {
    return topic.name(settings().text(Setting.TOPIC_PREFIX));
  }

  /**
   * An admin client that has reached the cluster.
   *
   * @throws IllegalStateException if the cluster does not answer, with what to look at
   */
  Admin admin() {
    Admin admin = Admin.create(KafkaProperties.admin(settings()));
    try {
      admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return admin;
    } catch (InterruptedException e) {
      admin.close();
      throw new InterruptException(e);
    } catch (TimeoutException | ExecutionException e) {
      admin.close(java.time.Duration.ZERO);
      throw new IllegalStateException("no broker answers at " + settings().required(Setting.BOOTSTRAP) + " within " + PATIENCE_SECONDS
          + " s; is the address right, does the broker run, and do kafka.security.* settings fit it?", e);
    }
  }

  /** A reader of {@code topic}; see {@link #admin()} for when the cluster does not answer. */
  TopicReader reader(Topic<?, ?> topic) {
    admin().close();
    return new TopicReader(KafkaProperties.consumer(settings()), name(topic));
  }
}
