package dev.demarche.pipeline;

import dev.demarche.domain.Article;
import dev.demarche.topics.Topics;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Drops an article whose text is known under its id already, and gives the others their revision, time of receipt and fingerprint. A
 * tombstone makes it forget the article. What it lets through becomes known only once it is tagged: an article that failed may be
 * published again.
 */
final class AcceptStage extends Stage<String, Incoming> {
  private WindowStore<String, Known> store;

  AcceptStage(StageContext shared) {
    super(NewsTopology.ACCEPT, shared);
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    store = context.getStateStore(Known.STORE);
  }

  @Override
  void apply(Record<String, Incoming> record, Output output) {
    Article article = record.value().article();
    if (article == null) {
      output.write(Topics.TAGGED, record.key(), null, new RecordHeaders());
      Known.forget(store, record.key());
      counters().add(Counters.Name.FORGOTTEN, 1);
      return;
    }
    Known known = Known.newest(store, article.id());
    if (known != null && known.sha256().equals(Known.sha256(article.text()))) {
      counters().add(Counters.Name.KNOWN, 1);
      return;
    }
    Article accepted = article.accepted(known == null ? 1 : known.revision() + 1, received(record));
    if (accepted.publishedAt() != null && !accepted.ref().publishedAtCounts()) {
      counters().add(Counters.Name.FUTURE, 1);
    }
    output.pass(NewsTopology.TAG, record.withValue(new Incoming(accepted, record.value().origin())));
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
