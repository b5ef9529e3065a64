package dev.demarche.app.doctor;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicSpec;
import dev.demarche.topics.TopicState;
import dev.demarche.topics.Topics;
import java.util.Set;

/** Whether brokers and producers admit the largest records that the settings allow. */
final class SizeCheck implements Check {
  private static final String MAX_BYTES = "max.message.bytes";
  private static final String MAX_REQUEST = "max.request.size";

  /** What a batch adds to its one record. */
  private static final long AROUND = 4_096;

  /** Bytes of JSON that one byte of text takes at most: a control character is written as six. */
  private static final long ESCAPED = 6;

  @Override
  public void look(Patient patient, Chart chart) {
    for (TopicState topic : patient.states()) {
      if (tooSmall(patient, topic)) {
        tell(patient, topic, chart);
      }
    }
    int limit = patient.settings().number(Setting.RECORD_LIMIT);
    long request = Long.parseLong(String.valueOf(KafkaProperties.producer(patient.settings()).get(MAX_REQUEST)));
    if (request < limit) {
      chart.error("request-size", "producers send at most " + request + " bytes (" + MAX_REQUEST + "), " + Setting.RECORD_LIMIT.key()
          + " is " + limit, "set kafka.producer." + MAX_REQUEST + " to " + (limit + AROUND) + " or more, or " + Setting.RECORD_LIMIT.key()
          + " to " + (request - AROUND));
    }
  }

  private static void tell(Patient patient, TopicState topic, Chart chart) {
    long has = TopicCheck.number(topic, MAX_BYTES, 0);
    long needed = needed(patient, topic.name());
    boolean text = takesText(patient, topic.name());
    Setting limit = text ? Setting.TEXT_LIMIT : Setting.RECORD_LIMIT;
    boolean planned = planned(patient, topic.name()) >= needed;
    chart.error("record-size", topic.name() + " admits records of " + has + " bytes, " + limit.key() + "="
            + patient.settings().number(limit) + " needs " + needed,
        "run: " + (planned ? patient.demarche("topics apply") + " (or: " + patient.alter(topic.name(), MAX_BYTES, needed) + ")"
            : patient.alter(topic.name(), MAX_BYTES, needed)) + "; or set " + limit.key() + " to "
            + (text ? (has - AROUND) / ESCAPED : has - AROUND) + " or less");
  }

  private static long planned(Patient patient, String topic) {
    return patient.wanted().stream().filter(spec -> spec.name().equals(topic)).map(TopicSpec::config)
        .map(config -> config.getOrDefault(MAX_BYTES, "0")).mapToLong(Long::parseLong).findFirst().orElse(0);
  }

  /** Whether {@code topic} does not admit what the settings allow. */
  static boolean tooSmall(Patient patient, TopicState topic) {
    return TopicCheck.number(topic, MAX_BYTES, Long.MAX_VALUE) < needed(patient, topic.name());
  }

  private static boolean takesText(Patient patient, String topic) {
    return Set.of(patient.name(Topics.ARTICLES), patient.name(Topics.REKEYED)).contains(topic);
  }

  private static long needed(Patient patient, String topic) {
    // Neither is written by the stream, and a delivery holds no article's words.
    if (patient.names(Topic.Kind.CATALOGUE).contains(topic) || topic.equals(patient.name(Topics.DELIVERIES))
        || topic.equals(patient.name(Topics.REACTIONS))) {
      return 0;
    }
    return AROUND + (takesText(patient, topic) ? ESCAPED * patient.settings().number(Setting.TEXT_LIMIT)
        : patient.settings().number(Setting.RECORD_LIMIT));
  }
}
