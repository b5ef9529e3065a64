package dev.demarche.pipeline;

import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a dead letter in our one format of whatever Kafka Streams itself cannot read, process or write, and goes on. The stages
 * make their own; this stands behind them.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);
  static final String TOPIC = "demarche.dead.letters.topic";

  private String topic;

  @Override
  public void configure(Map<String, ?> configs) {
    Object name = configs.get(TOPIC);
    topic = name != null ? name.toString() : Topics.DEAD_LETTERS.name(Topics.DEFAULT_PREFIX);
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record,
                                                              Exception exception) {
    return DeserializationExceptionHandler.Response.resume(List.of(letter(DeadLetter.Reason.UNREADABLE_RECORD, context,
        record.key(), record.value(), exception, "the topic belongs to Demarche: let nothing else write to it")));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    return ProcessingExceptionHandler.Response.resume(List.of(letter(DeadLetter.Reason.STAGE_FAILED, context,
        context.sourceRawKey(), context.sourceRawValue(), exception, "this is a fault of Demarche: report it with this record")));
  }

  @Override
  public ProductionExceptionHandler.Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record,
                                                         Exception exception) {
    if (record.topic().equals(topic)) {
      LOG.error("a dead letter cannot be written to {}", topic, exception);
      return ProductionExceptionHandler.Response.fail();
    }
    return ProductionExceptionHandler.Response.resume(List.of(letter(DeadLetter.Reason.REFUSED_BY_BROKER, context,
        record.key(), record.value(), exception, "look at max.message.bytes and the permissions of the topic " + record.topic())));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public ProductionExceptionHandler.Response handleSerializationError(ErrorHandlerContext context, ProducerRecord record,
                                                                      Exception exception,
                                                                      ProductionExceptionHandler.SerializationExceptionOrigin origin) {
    return ProductionExceptionHandler.Response.resume(List.of(letter(DeadLetter.Reason.STAGE_FAILED, context,
        context.sourceRawKey(), context.sourceRawValue(), exception, "this is a fault of Demarche: report it with this record")));
  }

  private ProducerRecord<byte[], byte[]> letter(DeadLetter.Reason reason, ErrorHandlerContext context, byte[] key, byte[] value,
                                                Exception exception, String mend) {
    String stage = context.processorNodeId() == null ? "stream" : context.processorNodeId();
    String message = String.valueOf(exception.getCause() == null ? exception : exception.getCause());
    DeadLetter letter = DeadLetter.of(reason, message, mend, stage, context.topic() == null ? "unknown" : context.topic(),
        context.partition(), context.offset(), key, value, Clock.systemUTC().instant());
    LOG.warn("{}: {}", stage, message);
    String id = letter.source().topic() + "-" + letter.source().partition() + "@" + letter.source().offset() + ":" + stage;
    return new ProducerRecord<>(topic, null, null, key, Topics.DEAD_LETTERS.values().serializer().serialize(topic, letter),
        CloudEvents.of(Topics.DEAD_LETTERS, id, stage, letter.at(), null));
  }
}
