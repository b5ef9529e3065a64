package dev.demarche.app.doctor;

import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether there is anything to ask the articles for, and all of it can be read. */
final class CatalogueCheck implements Check {

  @Override
  public void look(Patient patient, Chart chart) {
    look(patient, chart, Topics.WATCHES, "no watch stands: nothing will ever raise an alert",
        "put the watches that come with Demarche (" + patient.demarche("topics apply --packs") + ") or your own: " + patient.demarche("watches put FILE"));
    look(patient, chart, Topics.ACTORS, "no actor is in the catalogue: actors go by the names that the articles give them",
        "run: " + patient.demarche("topics apply --packs"));
    look(patient, chart, Topics.ISSUES, "no issue is in the catalogue: watches for issues find nothing",
        "run: " + patient.demarche("topics apply --packs"));
  }

  private static void look(Patient patient, Chart chart, Topic<String, ?> topic, String empty, String mend) {
    if (!patient.mayRead(topic)) {
      return; // The check of topics or that of access tells it.
    }
    int good = 0;
    List<String> bad = new ArrayList<>();
    try (TopicReader reader = new TopicReader(patient.consumer(), patient.name(topic))) {
      for (ConsumerRecord<String, byte[]> record : reader.newestByKey()) {
        try {
          topic.values().deserializer().deserialize(record.topic(), record.value());
          good++;
        } catch (RuntimeException e) {
          bad.add(record.key());
        }
      }
    }
    if (!bad.isEmpty()) {
      chart.warning("catalogue-record", patient.name(topic) + " holds what cannot be read and is left out, under the keys " + String.join(", ", bad),
"put it again, or delete it" + (topic.equals(Topics.WATCHES) ? ": " + patient.demarche("watches delete " + bad.get(0)) : ""));
    }
    if (good == 0) {
      chart.warning("catalogue-empty", empty, mend);
    } else {
      chart.fact(good + " " + topic.name());
    }
  }
}
