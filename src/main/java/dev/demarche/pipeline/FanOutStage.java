package dev.demarche.pipeline;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionRecord;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityRecord;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;

/** Writes each statement, stance, condition and actor of a tagged article to the topic of its kind, keyed by who. */
final class FanOutStage extends Stage<String, Tagged> {

  FanOutStage(StageContext shared) {
    super(NewsTopology.FAN_OUT, shared);
  }

  @Override
  void apply(Record<String, Tagged> record, Output output) {
    Tagging tagging = record.value().tagging();
    TaggedArticle article = tagging.article();
    ArticleRef ref = article.ref();
    for (Statement s : article.statements()) {
      Span sentence = tagging.sentencesOf(s.content());
      write(record, output, Topics.STATEMENTS, key(s.speakerActor(), s.speaker(), article), s.id(), new StatementRecord(s, sentence, ref));
    }
    for (Stance s : article.stances()) {
      Span sentence = tagging.sentencesOf(s.evidence());
      write(record, output, Topics.STANCES, key(s.holderActor(), s.holder(), article), s.id(), new StanceRecord(s, sentence, ref));
    }
    for (Condition c : article.conditions()) {
      Span sentence = tagging.sentencesOf(List.of(c.antecedent(), c.consequence()));
      write(record, output, Topics.CONDITIONS, key(c.byActor(), c.by(), article), c.id(), new ConditionRecord(c, sentence, ref));
    }
    int index = 0;
    for (Map.Entry<String, List<Entity>> mentions : mentionsByActor(article).entrySet()) {
      Entity first = mentions.getValue().get(0);
      String id = article.id() + ":" + article.revision() + ":e" + index++;
      write(record, output, Topics.ENTITIES, mentions.getKey(), id,
          new EntityRecord(first.name(), first.actor(), first.type(), mentions.getValue(), ref));
    }
  }

  private <T> void write(Record<String, Tagged> record, Output output, Topic<String, T> topic, String key, String id, T value) {
    TaggedArticle article = record.value().tagging().article();
    writeOne(record, output, topic, key, value, id, headers(topic, id, article.ref(), article.taggerVersion()), RAISE_LIMITS);
  }

  /** The key of records about somebody: the catalogue's id, else the name, else the article. */
  static String key(String actor, String name, TaggedArticle article) {
    return actor != null ? actor : name != null ? "name:" + name : "article:" + article.id();
  }

  private static Map<String, List<Entity>> mentionsByActor(TaggedArticle article) {
    Map<String, List<Entity>> mentions = new LinkedHashMap<>();
    for (Entity entity : article.entities()) {
      mentions.computeIfAbsent(key(entity.actor(), entity.name(), article), k -> new ArrayList<>()).add(entity);
    }
    return mentions;
  }

  @Override
  Origin origin(Record<String, Tagged> record) {
    return record.value().origin();
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
