package dev.demarche.pipeline;

import dev.demarche.domain.Article;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.Topics;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/** Tags an article, writes it to the tagged topic and remembers its text. */
final class TagStage extends Stage<String, Incoming> {
  private final Tagger tagger;
  private WindowStore<String, Known> store;

  TagStage(Tagger tagger, StageContext shared) {
    super(NewsTopology.TAG, shared);
    this.tagger = tagger;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    store = context.getStateStore(Known.STORE);
  }

  @Override
  void apply(Record<String, Incoming> record, Output output) {
    Article article = record.value().article();
    Tagging tagging = tagger.tag(article);
    TaggedArticle tagged = tagging.article();
    output.write(Topics.TAGGED, article.id(), tagged,
        headers(Topics.TAGGED, article.id() + ":" + article.revision(), tagged.ref(), tagged.taggerVersion()));
    Tagged next = new Tagged(tagging, record.value().origin());
    output.pass(NewsTopology.FAN_OUT, record.withValue(next));
    output.pass(NewsTopology.STAND, record.withValue(next));
    output.pass(NewsTopology.BEAR, record.withValue(next));
    output.pass(NewsTopology.MATCH, record.withValue(next));
    store.put(article.id(), new Known(article.revision(), Known.sha256(article.text())), article.receivedAt().toEpochMilli());
    counters().add(Counters.Name.TAGGED, 1);
    counters().add(Counters.Name.STATEMENTS, tagged.statements().size());
    counters().add(Counters.Name.STANCES, tagged.stances().size());
    counters().add(Counters.Name.CONDITIONS, tagged.conditions().size());
  }

  @Override
  Origin origin(Record<String, Incoming> record) {
    return record.value().origin();
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_ARTICLES;
  }
}
